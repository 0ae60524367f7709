using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Features.Keys.Details;

/// <summary>Which fields of a key say something: the others are told in one line instead of a row each.</summary>
public sealed class KeyFieldSet
{
    // Empty, these do not restrict the key.
    private static readonly string[] Restrictions =
    [
        KeyFields.AllowedCidrs, KeyFields.Projects, KeyFields.Resources, KeyFields.Referrers, KeyFields.MaxVerificationsPerIpPerHour,
        KeyFields.MaxHitsPerQuery, KeyFields.ExpiresAt,
    ];

    private static readonly string[] Others = [KeyFields.Owner, KeyFields.Tags, KeyFields.Claims];

    private readonly HashSet<string> _given;

    private KeyFieldSet(IEnumerable<string> given) => _given = given.ToHashSet(StringComparer.Ordinal);

    public IEnumerable<string> NoRestrictions => Restrictions.Where(name => !Has(name));

    public IEnumerable<string> NotGiven => Others.Where(name => !Has(name));

    public static KeyFieldSet Of(KeySettings settings) => new(new (string Field, bool Given)[]
    {
        (KeyFields.Owner, settings.OwnerId is not null),
        (KeyFields.Projects, settings.ProjectIds.Count > 0),
        (KeyFields.Tags, settings.Tags.Count > 0),
        (KeyFields.Resources, settings.Resources.Count > 0),
        (KeyFields.Referrers, settings.Referrers.Count > 0),
        (KeyFields.AllowedCidrs, settings.AllowedCidrs.Count > 0),
        (KeyFields.BlockedCidrs, settings.BlockedCidrs.Count > 0),
        (KeyFields.StartsAt, settings.StartsAt is not null),
        (KeyFields.ExpiresAt, settings.ExpiresAt is not null),
        (KeyFields.MaxVerificationsPerIpPerHour, settings.Limits.MaxVerificationsPerIpPerHour is not null),
        (KeyFields.MaxHitsPerQuery, settings.Limits.MaxHitsPerQuery is not null),
        (KeyFields.QueryParameters, settings.Limits.QueryParameters is { Length: > 0 }),
        (KeyFields.Claims, settings.Claims is not null),
    }.Where(field => field.Given).Select(field => field.Field));

    public bool Has(string field) => _given.Contains(field);

    public bool HasAny(params IEnumerable<string> fields) => fields.Any(Has);
}
