using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class KeySettingsFaultTests
{
    private static readonly Id<Project> Project = Id<Project>.New(A.Monday);
    private static readonly Id<Owner> Owner = Id<Owner>.New(A.Monday);

    private static readonly KeyValidationContext Context =
        new(A.Monday, KeyKind.Service, new HashSet<Id<Project>> { Project }, new HashSet<Id<Owner>> { Owner }, new HashSet<string>());

    public static TheoryData<string, KeySettings, string, string> Refused => new()
    {
        { "no name", A.Settings(""), KeyFields.Name, "text.length" },
        { "a name of spaces", A.Settings("  "), KeyFields.Name, "text.length" },
        { "a name that nobody sees", A.Settings("\u200d\u3164\u2800"), KeyFields.Name, "text.invisible" },
        { "a name one too long", A.Settings(new('n', ApiKey.NameMaxLength + 1)), KeyFields.Name, "text.length" },
        { "a name of two lines", A.Settings("a\nb"), KeyFields.Name, "text.characters" },
        { "a name that turns its letters round", A.Settings("a\u202eb"), KeyFields.Name, "text.characters" },
        {
            "a description one too long",
            A.Settings() with { Description = new('d', ApiKey.DescriptionMaxLength + 1) },
            KeyFields.Description,
            "text.length"
        },
        { "a description that turns its letters round", A.Settings() with { Description = "a\u202eb" }, KeyFields.Description, "text.characters" },
        { "no scope", A.Settings() with { Scopes = [] }, KeyFields.Scopes, "scopes.empty" },
        { "one scope too many", A.Settings(scopes: Many(ApiKey.MaxScopes + 1)), KeyFields.Scopes, "list.too_long" },
        { "a scope one too long", A.Settings(scopes: new string('s', ScopeText.MaxLength + 1)), "scopes/0", "text.length" },
        { "a scope with a space", A.Settings(scopes: ["a:b", "a b"]), "scopes/1", "scope.characters" },
        { "an empty scope", A.Settings(scopes: ["a:b", ""]), "scopes/1", "text.length" },
        { "bits behind the prefix", A.Settings() with { AllowedCidrs = ["10.0.0.0/8", "10.1.2.3/8"] }, "allowedCidrs/1", CidrFaultCodes.HostBits },
        { "a network that is none", A.Settings() with { BlockedCidrs = ["example.com"] }, "blockedCidrs/0", CidrFaultCodes.Syntax },
        {
            "one network too many",
            A.Settings() with { AllowedCidrs = [.. Networks(SourceIpRules.MaxPerList + 1)] },
            KeyFields.AllowedCidrs,
            "list.too_long"
        },
        {
            "one blocked network too many",
            A.Settings() with { BlockedCidrs = [.. Networks(SourceIpRules.MaxPerList + 1)] },
            KeyFields.BlockedCidrs,
            "list.too_long"
        },
        { "an empty network", A.Settings() with { AllowedCidrs = [""] }, "allowedCidrs/0", CidrFaultCodes.Empty },
        { "one resource too many", A.Settings() with { Resources = Many(ApiKey.MaxPatterns + 1) }, KeyFields.Resources, "list.too_long" },
        { "an empty resource", A.Settings() with { Resources = [""] }, "resources/0", "text.length" },
        { "a star inside a resource", A.Settings() with { Resources = ["a*b"] }, "resources/0", "pattern.star" },
        { "one referrer too many", A.Settings() with { Referrers = Many(ApiKey.MaxPatterns + 1) }, KeyFields.Referrers, "list.too_long" },
        { "a star inside a referrer", A.Settings() with { Referrers = ["a*b"] }, "referrers/0", "pattern.star" },
        { "a referrer that is too long", A.Settings() with { Referrers = [new('r', WildcardPattern.MaxLength + 1)] }, "referrers/0", "text.length" },
        { "somebody else's project", A.Settings() with { ProjectIds = [Id<Project>.New(A.Monday)] }, "projectIds/0", "project.not_found" },
        { "somebody else's owner", A.Settings() with { OwnerId = Id<Owner>.New(A.Monday) }, KeyFields.Owner, "owner.not_found" },
        { "a limit of none", A.Settings() with { Limits = new(0, null, null) }, KeyFields.MaxVerificationsPerIpPerHour, "limit.range" },
        { "a limit beyond counting", A.Settings() with { Limits = new(null, int.MaxValue, null) }, KeyFields.MaxHitsPerQuery, "limit.range" },
        { "a limit of hits below none", A.Settings() with { Limits = new(null, -1, null) }, KeyFields.MaxHitsPerQuery, "limit.range" },
        { "query parameters of two lines", A.Settings() with { Limits = new(null, null, "a\nb") }, KeyFields.QueryParameters, "text.characters" },
        {
            "query parameters that are too long",
            A.Settings() with { Limits = new(null, null, new('q', KeyLimits.QueryParametersMaxLength + 1)) },
            KeyFields.QueryParameters,
            "text.length"
        },
        { "claims that are no JSON", A.Settings() with { Claims = "{" }, KeyFields.Claims, "json.object" },
        { "claims that are a list", A.Settings() with { Claims = "[]" }, KeyFields.Claims, "json.object" },
        { "claims that name a member twice", A.Settings() with { Claims = """{"a":1,"a":2}""" }, KeyFields.Claims, "json.object" },
        {
            "claims that are too deep",
            A.Settings() with { Claims = $$"""{"a":{{new string('[', 16)}}{{new string(']', 16)}}}""" },
            KeyFields.Claims,
            "json.object"
        },
        {
            "claims that are too large",
            A.Settings() with { Claims = $$"""{"a":"{{new string('c', ApiKey.ClaimsMaxBytes)}}"}""" },
            KeyFields.Claims,
            "claims.too_large"
        },
        { "one tag too many", A.Settings() with { Tags = Many(ApiKey.MaxTags + 1) }, KeyFields.Tags, "list.too_long" },
        { "an empty tag", A.Settings() with { Tags = [""] }, "tags/0", "text.length" },
        { "a tag of two lines", A.Settings() with { Tags = ["prod", "a\nb"] }, "tags/1", "text.characters" },
        { "a tag one too long", A.Settings() with { Tags = [new('t', ApiKey.TagMaxLength + 1)] }, "tags/0", "text.length" },
        { "an expiry of now", A.Settings() with { ExpiresAt = A.Monday }, KeyFields.ExpiresAt, "expiry.past" },
        {
            "a start at the expiry",
            A.Settings() with { StartsAt = A.Monday.AddDays(1), ExpiresAt = A.Monday.AddDays(1) },
            KeyFields.StartsAt,
            "start.after_expiry"
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses(string what, KeySettings settings, string field, string code)
    {
        var failure = Assert.Single(KeySettingsValidator.Run(settings, Context).Failures);

        Assert.Equal((field, code), (failure.Field, failure.Code));
        Assert.False(string.IsNullOrWhiteSpace(failure.Message), what);
    }

    [Fact]
    public void Names_every_fault_at_once()
    {
        var failures = KeySettingsValidator.Run(new() { Tags = [""], Claims = "x" }, Context).Failures;

        Assert.Equal(
            [KeyFields.Claims, KeyFields.Name, KeyFields.Scopes, "tags/0"],
            failures.Select(failure => failure.Field).Order(StringComparer.Ordinal));
    }

    private static string[] Many(int count) => [.. Enumerable.Range(0, count).Select(index => $"entry:{index}")];
    private static IEnumerable<string> Networks(int count) => Enumerable.Range(0, count).Select(index => $"10.0.{index}.0/24");
}
