using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class DuplicateKeyTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Differs_by_name_and_expiry_alone()
    {
        var source = await Console.AddKeyAsync(
            _acme,
            A.Settings("ci", "vm:read") with { AllowedCidrs = ["10.0.0.0/8"], Limits = new(5, 6, "a=b"), Claims = """{"a":1}""" });

        var duplicate = await DuplicateAsync(source, "nightly", new(A.Monday.AddDays(7)));

        var (original, copy) = (await Console.DetailsAsync(source), await Console.DetailsAsync(new(_acme, duplicate.Value.Id)));
        Assert.Equal([KeyFields.Name, KeyFields.ExpiresAt], KeyDiff.Between(original.Settings, copy.Settings).Select(change => change.Field));
        Assert.Null(copy.Replaces);
    }

    [Theory]
    [InlineData("ci", "ci copy")]
    [InlineData("ci copy", "ci copy copy")]
    public async Task Without_a_name_it_is_called_a_copy(string name, string expected)
    {
        var duplicate = await DuplicateAsync(await Console.AddKeyAsync(_acme, A.Settings(name)));

        Assert.Equal(expected, duplicate.Value.Name);
    }

    [Fact]
    public async Task The_longest_name_is_cut_between_characters()
    {
        var source = await Console.AddKeyAsync(_acme, A.Settings(string.Concat(Enumerable.Repeat("🔑", 127))));

        var duplicate = await DuplicateAsync(source);

        Assert.Equal(string.Concat(Enumerable.Repeat("🔑", 125)) + " copy", duplicate.Value.Name);
    }

    [Fact]
    public async Task A_revoked_key_can_be_made_again_and_stays_revoked()
    {
        var source = await Console.AddKeyAsync(_acme);
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(source, RevocationReason.Leaked), CancellationToken.None);

        var duplicate = await DuplicateAsync(source);

        Assert.Equal(KeyStatus.Active, (await Console.DetailsAsync(new(_acme, duplicate.Value.Id))).Status);
        Assert.Equal(KeyStatus.Revoked, (await Console.DetailsAsync(source)).Status);
    }

    [Fact]
    public async Task A_key_that_was_changed_behind_the_console_has_no_copy()
    {
        var source = await Console.AddKeyAsync(_acme);
        await Console.ChangeAsync(db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET Document = replace(Document, 'scopes', 'tags')"));

        await AssertRefusedAsync(() => DuplicateAsync(source), (null, "key.seal_broken"));
    }

    [Fact]
    public async Task Refuses_who_may_not_and_what_a_new_key_may_not_have()
    {
        var source = await Console.AddKeyAsync(_acme, A.Settings() with { ExpiresAt = A.Monday.AddDays(1) });
        var other = await Console.CreateOrganizationAsync("other");
        Clock.Now = A.Monday.AddDays(1);

        await AssertRefusedAsync(() => DuplicateAsync(source), (KeyFields.ExpiresAt, "expiry.past"));
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>().DuplicateAsync(A.Viewer(_acme), new(source), CancellationToken.None),
            (null, KeyFailures.MayNotWrite.Code));
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>().DuplicateAsync(A.Admin(other), new(source), CancellationToken.None),
            (null, KeyFailures.OrganizationNotFound.Code));
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>()
                .DuplicateAsync(A.Admin(other), new(source with { OrganizationId = other }), CancellationToken.None),
            (null, KeyFailures.NotFound.Code));
    }

    private Task<Result<CreatedKey>> DuplicateAsync(KeyTarget source, string? name = null, Optional<DateTimeOffset?> expiresAt = default) =>
        Console.Get<DuplicateKeyHandler>().DuplicateAsync(A.Admin(_acme), new(source, name, expiresAt), CancellationToken.None);
}
