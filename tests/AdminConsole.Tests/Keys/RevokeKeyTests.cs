using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Results;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys;

public sealed class RevokeKeyTests : CoreTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
    }

    [Fact]
    public async Task Says_when_by_whom_and_why()
    {
        Assert.Equal(2, (await RevokeAsync(A.Support(), RevocationReason.Leaked, " seen in a log ")).Value);

        var revoked = await Console.DetailsAsync(_key);
        Assert.Equal(KeyStatus.Revoked, revoked.Status);
        Assert.Equal((A.Monday, "Sue", RevocationReason.Leaked, "seen in a log"), Told(revoked.Revocation!));
    }

    [Fact]
    public async Task Needs_a_reason_and_for_another_one_a_comment()
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal([KeyFields.RevocationReason], Fields(await RevokeAsync(A.Admin(_acme), null)));
        Assert.Equal([KeyFields.RevocationComment], Fields(await RevokeAsync(A.Admin(_acme), RevocationReason.Other, " ")));
        Assert.Equal([KeyFields.RevocationComment], Fields(await RevokeAsync(A.Admin(_acme), RevocationReason.Leaked, new('x', 501))));
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.AddOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotRevoke, (await RevokeAsync(A.Viewer(_acme), RevocationReason.Leaked)).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await RevokeAsync(A.Admin(other), RevocationReason.Leaked)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task A_revoked_key_never_changes_again()
    {
        await RevokeAsync(A.Admin(_acme), RevocationReason.Rotated);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(2, (await RevokeAsync(A.Admin(_acme), RevocationReason.Leaked)).Value);
        Assert.Equal(KeyFailures.Revoked, (await EditAsync(new() { Name = "x" })).Failures[0]);
        Assert.Equal(KeyFailures.Revoked, (await Console.Get<KeySwitch>().DisableAsync(A.Admin(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(KeyFailures.Revoked, (await Console.Get<KeySwitch>().EnableAsync(A.Admin(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Wins_over_an_edit_that_was_begun_before()
    {
        await EditAsync(new() { Name = "renamed" });

        Assert.Equal(3, (await RevokeAsync(A.Admin(_acme), RevocationReason.Leaked)).Value);
    }

    private static (DateTimeOffset At, string By, RevocationReason Reason, string? Comment) Told(Revocation revocation) =>
        (revocation.At, revocation.By.Name, revocation.Reason, revocation.Comment);

    private static IEnumerable<string?> Fields(Result<int> refused) => refused.Failures.Select(failure => failure.Field);

    private Task<Result<int>> RevokeAsync(Actor actor, RevocationReason? reason, string? comment = null) =>
        Console.Get<KeyRevoker>().RevokeAsync(actor, new(_key, reason, comment), CancellationToken.None);

    private Task<Result<int>> EditAsync(KeyPatch patch) =>
        Console.Get<KeyEditor>().EditAsync(A.Admin(_acme), new(_key, 1, patch), CancellationToken.None);
}
