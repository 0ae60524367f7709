using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class EditKeyTests : CoreTest
{
    private static readonly KeyPatch Rename = new() { Name = "renamed" };

    private Id<Organization> _acme;

    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme, A.Settings(scopes: ["vm:read", "vm:write"]) with { AllowedCidrs = ["10.0.0.0/8"] });
    }

    [Fact]
    public async Task Changes_what_is_named_and_nothing_else()
    {
        var before = (await Console.DetailsAsync(_key)).Settings;
        Clock.Now = A.Monday.AddHours(1);

        var edited = await EditAsync(A.Admin(_acme, "Ben"), 1, new() { Scopes = new(["vm:read", "vm:admin"]) });
        var after = await Console.DetailsAsync(_key);

        Assert.Equal(2, edited.Value);
        Assert.Equal(KeyFields.Scopes, Assert.Single(KeyDiff.Between(before, after.Settings)).Field);
        Assert.Equal(["vm:read", "vm:admin"], after.Settings.Scopes);
        Assert.Equal(("Ben", A.Monday.AddHours(1)), (after.UpdatedBy.Name, after.UpdatedAt));
    }

    [Fact]
    public async Task Remembers_each_version()
    {
        await EditAsync(A.Admin(_acme), 1, Rename);

        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Viewer(_acme), _key, 10, CancellationToken.None);

        Assert.Equal([2, 1], history.Value.Select(version => version.Version));
        var change = Assert.Single(history.Value[0].Changes);
        Assert.Equal((KeyFields.Name, "ci-deploy", "renamed"), (change.Field, change.Before[0], change.After[0]));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_version()
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var edited = await EditAsync(A.Admin(_acme), 1, new() { Name = " ci-deploy ", Scopes = new(["vm:write", "vm:read"]) });

        Assert.Equal(1, edited.Value);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_waits_for_no_writer_and_is_announced_to_nobody()
    {
        var announced = Console.Get<KeyChangeNotifier>().Announced.Next;
        using var writing = await Console.Get<WriteLock>().TakeAsync(CancellationToken.None);

        var edited = await EditAsync(A.Admin(_acme), 1, new() { Name = " ci-deploy " });
        var planned = await Console.Get<EditKeyHandler>().PlanAsync(A.Admin(_acme), new(_key, 1, Rename), CancellationToken.None);
        var disabled = await Console.Get<SwitchKeyHandler>().EnableAsync(A.Admin(_acme), _key, CancellationToken.None);

        Assert.Equal((1, "renamed", 1), (edited.Value, planned.Value.After.Settings.Name, disabled.Value));
        Assert.False(announced.IsCompleted);
    }

    [Fact]
    public async Task An_edit_and_a_revocation_in_one_are_one_version()
    {
        var edit = new EditKey(_key, 1, Rename) { Revocation = new(_key, RevocationReason.Unused) };

        var edited = await Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), edit, CancellationToken.None);
        var after = await Console.DetailsAsync(_key);

        Assert.Equal((2, "renamed", KeyStatus.Revoked), (edited.Value, after.Settings.Name, after.Status));
    }

    [Fact]
    public async Task An_expired_key_can_be_given_a_new_expiry()
    {
        var brief = await Console.AddKeyAsync(_acme, A.Settings("short") with { ExpiresAt = A.Monday.AddHours(1) });
        Clock.Now = A.Monday.AddDays(1);

        Assert.True((await EditAsync(A.Admin(_acme), 1, Rename, brief)).Succeeded);
        Assert.True((await EditAsync(A.Admin(_acme), 2, new() { ExpiresAt = A.Monday.AddDays(9) }, brief)).Succeeded);
        Assert.Equal(KeyStatus.Expiring, (await Console.DetailsAsync(brief)).Status);
    }

    [Fact]
    public async Task A_vendors_edit_names_no_version_and_may_take_the_scopes_away_or_end_the_key()
    {
        await EditAsync(A.Admin(_acme), 1, Rename);
        var patch = new KeyPatch { Scopes = new([]), ExpiresAt = A.Monday.AddDays(-1) };
        Task<Result<int>> EditLenientlyAsync(VendorExemptions leniency) =>
            Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(_key, null, patch) { Exemptions = leniency }, CancellationToken.None);

        await AssertRefusedAsync(() => EditLenientlyAsync(new() { PastExpiry = true }), (KeyFields.Scopes, "scopes.empty"));
        await AssertRefusedAsync(() => EditLenientlyAsync(new() { NoScopes = true }), (KeyFields.ExpiresAt, "expiry.past"));
        var edited = await EditLenientlyAsync(new() { NoScopes = true, PastExpiry = true });

        var after = await Console.DetailsAsync(_key);
        Assert.Equal((3, KeyStatus.Expired, "renamed"), (edited.Value, after.Status, after.Settings.Name));
        Assert.Empty(after.Settings.Scopes);
    }

    [Fact]
    public async Task Of_twelve_edits_at_once_from_the_same_version_one_wins()
    {
        var edits = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => EditAsync(A.Admin(_acme), 1, new() { Name = $"name {index}" })));

        Assert.Single(edits, edit => edit.Succeeded);
        Assert.Equal(2, (await Console.DetailsAsync(_key)).Version);
    }

    private Task<Result<int>> EditAsync(Actor actor, int version, KeyPatch patch, KeyTarget? target = null) =>
        Console.Get<EditKeyHandler>().EditAsync(actor, new(target ?? _key, version, patch), CancellationToken.None);
}
