using System.Globalization;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Organizations.UseCases;

/// <summary>What can be chosen of an organization.</summary>
public sealed record OrganizationSettings(string? Name, int ExpiryWarningDays, KeyRules Rules)
{
    internal static OrganizationSettings Of(Organization organization) =>
        new(organization.Name, organization.ExpiryWarningDays, KeyRules.Of(organization));

    /// <summary>The settings in canonical form, or every fault in them.</summary>
    internal Result<OrganizationSettings> Check()
    {
        var name = PlainText.Check(Name, OrganizationFields.Name, 1, Organization.NameMaxLength);
        List<Failure> failures =
        [
            .. name.Failures,
            .. Range(OrganizationFields.ExpiryWarningDays, ExpiryWarningDays, 0, Organization.MaxExpiryWarningDays),
            .. Range(OrganizationFields.MaxKeyLifetimeDays, Rules.MaxLifetimeDays ?? 1, 1, Organization.LongestKeyLifetimeDays),
        ];
        var tags = Rules.RequiredTags
            .Select((tag, index) => PlainText.Check(tag, $"{OrganizationFields.RequiredTags}/{index}", 1, ApiKey.TagMaxLength))
            .ToList();
        failures.AddRange(tags.SelectMany(tag => tag.Failures));
        if (tags.Count > ApiKey.MaxTags)
        {
            failures.Add(
                Failure.Invalid(OrganizationFields.RequiredTags, "list.too_long", $"Require at most {ApiKey.MaxTags} tags: a key has no more."));
        }

        return failures.Count > 0
            ? failures
            : this with
            {
                Name = name.Value,
                Rules = Rules with { RequiredTags = [.. tags.Select(tag => tag.Value).Distinct(StringComparer.Ordinal)] },
            };
    }

    internal static IReadOnlyList<FieldChange> Changes(OrganizationSettings before, OrganizationSettings after) =>
    [
        .. Fields(before).Zip(Fields(after), (was, becomes) => new FieldChange(was.Field, was.Values, becomes.Values))
            .Where(change => !change.Before.SequenceEqual(change.After)),
    ];

    private static IEnumerable<(string Field, IReadOnlyList<string> Values)> Fields(OrganizationSettings settings) =>
    [
        (OrganizationFields.Name, [settings.Name ?? ""]),
        (OrganizationFields.ExpiryWarningDays, [Text(settings.ExpiryWarningDays)]),
        (OrganizationFields.MaxKeyLifetimeDays, settings.Rules.MaxLifetimeDays is { } days ? [Text(days)] : []),
        (OrganizationFields.RequiresAllowedNetwork, [settings.Rules.RequiresNetwork ? "yes" : "no"]),
        (OrganizationFields.RequiredTags, settings.Rules.RequiredTags),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Failure> Range(string field, int number, int min, int max) => number >= min && number <= max
        ? []
        : [Failure.Invalid(field, "days.range", string.Create(CultureInfo.InvariantCulture, $"Enter {min} to {max} days."))];
}

/// <summary>A merge patch (RFC 7396) to an organization's settings: what is left out stays, null takes a rule away.</summary>
public sealed record OrganizationPatch
{
    private static readonly Organization Defaults = new() { Id = default, Slug = "", Name = "" };

    public Optional<string?> Name { get; init; }

    public Optional<int?> ExpiryWarningDays { get; init; }

    public Optional<int?> MaxKeyLifetimeDays { get; init; }

    public Optional<bool?> RequiresAllowedNetwork { get; init; }

    public Optional<IReadOnlyList<string>?> RequiredTags { get; init; }

    internal OrganizationSettings ApplyTo(OrganizationSettings current) => new(
        Name.Or(current.Name),
        ExpiryWarningDays.Or(current.ExpiryWarningDays) ?? Defaults.ExpiryWarningDays,
        new(
            MaxKeyLifetimeDays.Or(current.Rules.MaxLifetimeDays),
            RequiresAllowedNetwork.Or(current.Rules.RequiresNetwork) ?? false,
            RequiredTags.Or(current.Rules.RequiredTags) ?? []));
}
