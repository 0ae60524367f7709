using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>Which fields of a key say something: the others are told in one line instead of a row each.</summary>
public sealed class KeyFieldSet
{
    // Empty, these do not restrict the key.
    private static readonly string[] Restrictions =
    [
        KeyFields.AllowedCidrs, KeyFields.Projects, KeyFields.Resources, KeyFields.Referrers, .. KeyFields.Counts, KeyFields.ExpiresAt,
    ];

    private static readonly string[] Others = [KeyFields.Owner, KeyFields.Tags, KeyFields.Claims];

    private readonly HashSet<string> _given;

    private KeyFieldSet(IEnumerable<string> given) => _given = given.ToHashSet(StringComparer.Ordinal);

    public IEnumerable<string> NoRestrictions => Restrictions.Where(name => !Has(name));

    public IEnumerable<string> NotGiven => Others.Where(name => !Has(name));

    public static KeyFieldSet Of(KeySettings settings) => new(KeyDiff.Between(new(), settings).Select(change => change.Field));

    public bool Has(string field) => _given.Contains(field);

    public bool HasAny(params IEnumerable<string> fields) => fields.Any(Has);
}
