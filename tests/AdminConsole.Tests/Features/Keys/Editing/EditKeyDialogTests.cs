using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class EditKeyDialogTests : DialogTest
{
    private KeyTarget _key = null!;

    private Task<bool> _closed = null!;

    [Fact]
    public async Task Cannot_save_what_was_not_changed()
    {
        await OpenAsync();
        Assert.True(Button("Save changes").HasAttribute("disabled"));

        await TypeAsync("name", "renamed");
        Assert.False(Button("Save changes").HasAttribute("disabled"));
        await TypeAsync("name", "ci-deploy");

        Assert.True(Button("Save changes").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Saves_only_the_field_that_was_changed()
    {
        await OpenAsync();

        await TypeAsync("description", "Deploys from CI");
        await SubmitAsync();

        Assert.True(await _closed);
        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Viewer(Acme), _key, 5, CancellationToken.None);
        Assert.Equal([KeyFields.Description], history.Value[0].Changes.Select(change => change.Field));
    }

    [Fact]
    public async Task Says_a_fault_beside_its_field_and_keeps_the_rest()
    {
        await OpenAsync();

        await TypeAsync("name", "renamed");
        await AddAsync("blockedCidrs", "10.1");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.NotEmpty(FaultsOf("blockedCidrs")));
        Assert.StartsWith("Networks", Page.Find("[role=tab][aria-selected=true]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("renamed", Field("name").GetAttribute("value"));
        Assert.Equal(1, (await Console.DetailsAsync(_key)).Version);
    }

    [Fact]
    public async Task Shows_claims_laid_out_and_does_not_take_that_for_a_change()
    {
        await OpenAsync(A.Settings() with { Claims = """{"plan":"pro"}""" });

        Assert.Contains("\n  \"plan\": \"pro\"\n", Field("claims").GetAttribute("value"), StringComparison.Ordinal);
        Assert.True(Button("Save changes").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_database_fails_and_saves_it_when_tried_again()
    {
        await OpenAsync();
        await TypeAsync("name", "renamed");
        await Console.LoseKeysAsync();

        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.StartsWith("The console could not do this", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Equal("renamed", Field("name").GetAttribute("value"));
        await Console.RestoreKeysAsync();
        await ClickAsync("Try again");

        Assert.True(await _closed);
        Assert.Equal("renamed", (await Console.DetailsAsync(_key)).Settings.Name);
    }

    [Fact]
    public async Task Somebody_who_may_only_look_is_told_so()
    {
        await OpenAsync(role: OperatorRole.Viewer);

        await TypeAsync("name", "mine");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("but not change them", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Equal("mine", Field("name").GetAttribute("value"));
    }

    [Fact]
    public async Task A_key_of_elsewhere_does_not_exist()
    {
        var key = await Console.AddKeyAsync(Acme);
        var other = await Console.CreateOrganizationAsync("other");
        await SignInAsync(other);

        await OpenAsync(dialogs => dialogs.EditAsync(key with { OrganizationId = other }));

        Page.WaitForAssertion(() => Assert.Equal("There is no such key.", Assert.Single(Notices)));
    }

    [Fact]
    public async Task Asks_before_what_was_typed_is_thrown_away()
    {
        await OpenAsync();
        await TypeAsync("name", "mine");

        var asking = ClickAsync("Cancel");
        Page.WaitForAssertion(() => Assert.True(HasButton("Discard changes")));
        await ClickAsync("Discard changes");
        await asking;

        Assert.False(await _closed);
        Assert.Equal("ci-deploy", (await Console.DetailsAsync(_key)).Settings.Name);
    }

    private async Task OpenAsync(KeySettings? settings = null, OperatorRole role = OperatorRole.Admin)
    {
        _key = await Console.AddKeyAsync(Acme, settings);
        await SignInAsync(Acme, role);
        _closed = await OpenAsync(dialogs => dialogs.EditAsync(_key));
    }
}
