using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Owners.UseCases;

public sealed class OwnerEditorTests : CoreTest
{
    private static readonly OwnerSettings Ada = new(OwnerKind.User, "user_1", "Ada");

    private Id<Organization> _acme;

    private OwnerEditor Editor => Console.Get<OwnerEditor>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Adds_edits_and_deletes_with_an_audit_entry_for_each()
    {
        var owner = (await AddAsync(Ada)).Value;
        var edited = (await EditAsync(owner, 1, new() { Name = "Ada L." })).Value;

        Assert.Equal((OwnerKind.User, "user_1", "Ada L.", 2), (edited.Kind, edited.ExternalId, edited.Name, edited.Version));
        Assert.True((await DeleteAsync(owner, 2)).Succeeded);
        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        Assert.DoesNotContain(rows, row => row.StartsWith("Owners:", StringComparison.Ordinal));
        Assert.All(["owner.created", "owner.edited", "owner.deleted"], action => Assert.Single(
            rows, row => row.StartsWith("AuditEntries:", StringComparison.Ordinal) && row.Contains(action, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_verification_names_the_owner_as_edited_at_once()
    {
        var owner = (await AddAsync(Ada)).Value;
        var key = (await Console.Get<CreateKeyHandler>().CreateAsync(
            A.Admin(_acme), new(_acme, A.Settings() with { OwnerId = owner.Id }), CancellationToken.None)).Value;

        await EditAsync(owner, 1, new() { ExternalId = "user_2" });

        var answer = Console.Get<VerificationService>().Verify(Actor.System, _acme, new(key.Secret.Reveal())).Value;
        Assert.Equal("user_2", answer.Key?.Owner?.ExternalId);
    }

    [Fact]
    public async Task Names_every_fault()
    {
        await AssertRefusedAsync(
            () => AddAsync(new(null, "", null)), ("kind", "kind.missing"), ("externalId", "text.length"), ("name", "text.length"));
        await AddAsync(Ada);
        await AssertRefusedAsync(() => AddAsync(Ada), ("externalId", "owner.external_id_taken"));
        var other = (await AddAsync(Ada with { ExternalId = "user_2" })).Value;
        await AssertRefusedAsync(() => EditAsync(other, 1, new() { ExternalId = "user_1" }), ("externalId", "owner.external_id_taken"));
        await AssertRefusedAsync(() => EditAsync(other, 1, new() { Name = new(null) }), ("name", "text.length"));
    }

    [Fact]
    public async Task Refuses_to_delete_whom_a_key_acts_for()
    {
        var owner = (await AddAsync(Ada)).Value;
        await Console.AddKeyAsync(_acme, A.Settings() with { OwnerId = owner.Id });

        await AssertRefusedAsync(() => DeleteAsync(owner, 1), (null, "owner.in_use"));
    }

    [Fact]
    public async Task Refuses_an_old_version_and_who_may_not()
    {
        var owner = (await AddAsync(Ada)).Value;
        var other = await Console.CreateOrganizationAsync("other");
        await EditAsync(owner, 1, new() { Name = "Eve" });

        await AssertRefusedAsync(() => EditAsync(owner, 1, new() { Name = "Ada" }), (null, "owner.stale"));
        await AssertRefusedAsync(() => DeleteAsync(owner, 1), (null, "owner.stale"));
        await AssertRefusedAsync(() => DeleteAsync(owner, 2, A.Viewer(_acme)), (null, "owner.write_forbidden"));
        await AssertRefusedAsync(() => DeleteAsync(owner, 2, A.Admin(other)), (null, "organization.not_found"));
        await AssertRefusedAsync(
            () => Editor.DeleteAsync(A.Admin(other), new(new(other, owner.Id), 2), CancellationToken.None), (null, "owner.not_found"));
    }

    private Task<Result<Owner>> AddAsync(OwnerSettings settings) => Editor.CreateAsync(A.Admin(_acme), new(_acme, settings), CancellationToken.None);

    private Task<Result<Owner>> EditAsync(Owner owner, int version, OwnerPatch patch) =>
        Editor.EditAsync(A.Admin(_acme), new(new(_acme, owner.Id), version, patch), CancellationToken.None);

    private Task<Result<Owner>> DeleteAsync(Owner owner, int version, Actor? actor = null) =>
        Editor.DeleteAsync(actor ?? A.Admin(_acme), new(new(_acme, owner.Id), version), CancellationToken.None);
}
