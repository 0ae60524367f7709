using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class KeySettingsValidatorTests
{
    private static readonly Id<Project> Project = Id<Project>.New(A.Monday);
    private static readonly Id<Owner> Owner = Id<Owner>.New(A.Monday);

    private static readonly KeyValidationContext Context =
        new(A.Monday, KeyKind.Service, new HashSet<Id<Project>> { Project }, new HashSet<Id<Owner>> { Owner }, new HashSet<string>());

    public static TheoryData<string, KeySettings> Accepted => new()
    {
        { "the least there can be", A.Settings() },
        { "the longest name", A.Settings(new('n', ApiKey.NameMaxLength)) },
        { "letters of any script", A.Settings("Ключ 鍵 🔑") },
        { "the longest description", A.Settings() with { Description = new('d', ApiKey.DescriptionMaxLength) } },
        { "a description of several lines", A.Settings() with { Description = "one\ntwo" } },
        { "the longest scope", A.Settings(scopes: new string('s', ScopeText.MaxLength)) },
        { "as many scopes as may be", A.Settings(scopes: Many(ApiKey.MaxScopes)) },
        { "as many networks as may be", A.Settings() with { AllowedCidrs = [.. Networks(SourceIpRules.MaxPerList)] } },
        { "networks of both families", A.Settings() with { BlockedCidrs = ["10.0.0.0/8", "2001:db8::/32"] } },
        { "patterns with a star at either end", A.Settings() with { Resources = ["docs_*", "*_v2", "*mid*"], Referrers = ["*.example.com"] } },
        { "a known project and owner", A.Settings() with { ProjectIds = [Project], OwnerId = Owner } },
        { "limits at both ends", A.Settings() with { Limits = new(KeyLimits.MinCount, KeyLimits.MaxCount, "a=b&c=d") } },
        { "claims", A.Settings() with { Claims = """{"plan":"pro"}""" } },
        { "as many tags as may be", A.Settings() with { Tags = Many(ApiKey.MaxTags) } },
        { "an expiry one moment ahead", A.Settings() with { ExpiresAt = A.Monday.AddMilliseconds(1) } },
        { "a start in the past", A.Settings() with { StartsAt = A.Monday.AddDays(-1), ExpiresAt = A.Monday.AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts(string what, KeySettings settings)
    {
        var result = KeySettingsValidator.Run(settings, Context);

        Assert.True(result.Succeeded, $"{what}: {string.Join(' ', result.Failures)}");
        Assert.Empty(KeyDiff.Between(settings, result.Value));
    }

    [Fact]
    public void Writes_everything_in_one_way()
    {
        var given = A.Settings(" e\u0301 ", ["a:b", "a:b"]) with
        {
            AllowedCidrs = ["10.1.2.3", "10.1.2.3/32"],
            Claims = """{ "a" : 1 }""",
            Limits = new(null, null, ""),
            ProjectIds = [Project, Project],
        };

        var canonical = KeySettingsValidator.Run(given, Context).Value;

        Assert.Equal("\u00e9", canonical.Name);
        Assert.Equal(["a:b"], canonical.Scopes);
        Assert.Equal(["10.1.2.3/32"], canonical.AllowedCidrs);
        Assert.Equal("""{"a":1}""", canonical.Claims);
        Assert.Equal(KeyLimits.None, canonical.Limits);
        Assert.Equal([Project], canonical.ProjectIds);
    }

    [Fact]
    public void What_it_accepted_it_accepts_again()
    {
        var claims = $$"""{"я":"{{new string('я', 7_000)}} 😀 \u0001"}""";

        var first = KeySettingsValidator.Run(A.Settings() with { Claims = claims }, Context).Value;
        var second = KeySettingsValidator.Run(first, Context with { Previous = first }).Value;

        Assert.Contains("яяя", first.Claims, StringComparison.Ordinal);
        Assert.Equal(first.Claims, second.Claims);
    }

    [Fact]
    public void Judges_scopes_by_the_catalogue_but_leaves_a_key_those_it_has()
    {
        var catalogue = Context with { ScopeCatalogue = new HashSet<string> { "vm:read" } };
        var settings = A.Settings(scopes: ["vm:read", "vm:old"]);

        Assert.Equal("scope.unknown", Assert.Single(KeySettingsValidator.Run(settings, catalogue).Failures).Code);
        Assert.True(KeySettingsValidator.Run(settings, catalogue with { Previous = settings }).Succeeded);
    }

    [Fact]
    public void A_management_key_has_scopes_of_the_console_only()
    {
        var management = Context with { Kind = KeyKind.Management };

        Assert.True(KeySettingsValidator.Run(A.Settings(scopes: "keys:read"), management).Succeeded);
        Assert.Equal("scope.unknown", Assert.Single(KeySettingsValidator.Run(A.Settings(scopes: "vm:read"), management).Failures).Code);
    }

    [Fact]
    public void An_expiry_that_has_passed_is_no_fault_of_the_next_edit()
    {
        var expired = A.Settings() with { ExpiresAt = A.Monday.AddDays(-1) };

        Assert.True(KeySettingsValidator.Run(expired with { Name = "renamed" }, Context with { Previous = expired }).Succeeded);
    }

    [Fact]
    public void A_key_without_scopes_may_stay_so()
    {
        var none = A.Settings() with { Scopes = [] };

        Assert.True(KeySettingsValidator.Run(none, Context with { Previous = none }).Succeeded);
    }

    private static string[] Many(int count) => [.. Enumerable.Range(0, count).Select(index => $"entry:{index}")];
    private static IEnumerable<string> Networks(int count) => Enumerable.Range(0, count).Select(index => $"10.0.{index}.0/24");
}
