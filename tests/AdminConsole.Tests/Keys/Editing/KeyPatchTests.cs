using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class KeyPatchTests
{
    private static readonly KeySettings Full = A.Settings("ci-deploy", ["vm:read", "vm:write"]) with
    {
        Description = "Deploys",
        OwnerId = Id<Owner>.New(A.Monday),
        ProjectIds = [Id<Project>.New(A.Monday)],
        AllowedCidrs = ["10.0.0.0/8"],
        BlockedCidrs = ["10.9.0.0/16"],
        Resources = ["docs_*"],
        Referrers = ["*.example.com"],
        Limits = new(10, 20, "a=b"),
        Claims = """{"plan":"pro"}""",
        Tags = ["prod"],
        StartsAt = A.Monday,
        ExpiresAt = A.Monday.AddDays(30),
    };

    public static TheoryData<string, KeyPatch, KeySettings> Given => new()
    {
        { "a name", new() { Name = "new" }, Full with { Name = "new" } },
        { "a description", new() { Description = "new" }, Full with { Description = "new" } },
        { "no description", new() { Description = new(null) }, Full with { Description = "" } },
        { "no owner", new() { OwnerId = new(null) }, Full with { OwnerId = null } },
        { "no projects", new() { ProjectIds = new(null) }, Full with { ProjectIds = [] } },
        { "a list in place of a list", new() { Scopes = new(["vm:admin"]) }, Full with { Scopes = ["vm:admin"] } },
        { "an empty list", new() { Scopes = new([]) }, Full with { Scopes = [] } },
        { "no list of scopes", new() { Scopes = new(null) }, Full with { Scopes = [] } },
        { "no allowed networks", new() { AllowedCidrs = new(null) }, Full with { AllowedCidrs = [] } },
        { "other blocked networks", new() { BlockedCidrs = new(["::/0"]) }, Full with { BlockedCidrs = ["::/0"] } },
        { "no blocked networks", new() { BlockedCidrs = new(null) }, Full with { BlockedCidrs = [] } },
        { "no resources", new() { Resources = new(null) }, Full with { Resources = [] } },
        { "no referrers", new() { Referrers = new(null) }, Full with { Referrers = [] } },
        { "one limit", new() { MaxHitsPerQuery = 5 }, Full with { Limits = new(10, 5, "a=b") } },
        { "no limit", new() { MaxVerificationsPerIpPerHour = new(null) }, Full with { Limits = new(null, 20, "a=b") } },
        { "no query parameters", new() { QueryParameters = new(null) }, Full with { Limits = new(10, 20, null) } },
        { "no claims", new() { Claims = new(null) }, Full with { Claims = null } },
        { "no tags", new() { Tags = new(null) }, Full with { Tags = [] } },
        { "no start", new() { StartsAt = new(null) }, Full with { StartsAt = null } },
        { "no expiry", new() { ExpiresAt = new(null) }, Full with { ExpiresAt = null } },
    };

    [Fact]
    public void What_is_left_out_stays() => Assert.Empty(KeyDiff.Between(Full, new KeyPatch().ApplyTo(Full)));

    [Theory]
    [MemberData(nameof(Given))]
    public void What_is_given_replaces_that_field_alone(string what, KeyPatch patch, KeySettings expected) =>
        Assert.True(KeyDiff.Between(expected, patch.ApplyTo(Full)).Count == 0, what);

    [Theory]
    [MemberData(nameof(Given))]
    public void A_patch_between_two_settings_leads_from_one_to_the_other(string what, KeyPatch patch, KeySettings expected)
    {
        var between = KeyPatch.Between(Full, expected);

        Assert.True(KeyDiff.Between(expected, between.ApplyTo(Full)).Count == 0, what);
        Assert.Equal(KeyDiff.Between(Full, patch.ApplyTo(new())).Count, KeyDiff.Between(Full, between.ApplyTo(new())).Count);
    }

    [Fact]
    public void A_patch_between_two_settings_holds_only_what_differs()
    {
        var patch = KeyPatch.Between(Full, Full with { Name = "new", Tags = [] });

        Assert.Equal(new KeyPatch { Name = "new", Tags = patch.Tags }, patch);
        Assert.True(patch.Tags.IsGiven);
    }
}
