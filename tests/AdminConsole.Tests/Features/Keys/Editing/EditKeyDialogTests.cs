using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using AngleSharp.Dom;
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
    public async Task A_stale_edit_shows_both_versions_and_saves_what_is_chosen()
    {
        await OpenAsync();
        await TypeAsync("name", "mine");
        await TypeAsync("description", "mine too");
        await ChangeMeanwhileAsync(new() { Name = "theirs", Tags = new(["theirs"]) });

        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.Equal(3, Page.FindAll(".ac-merge").Count));

        Assert.Equal(["mine", "theirs", "ci-deploy"], Sides("Name"));
        Assert.Equal(["mine too", "None", "None"], Sides("Description"));
        Assert.Equal(["None", "theirs", "None"], Sides("Tags"));
        Assert.True(Button("Save this").HasAttribute("disabled"));

        await Merge("Name").QuerySelectorAll("input")[0].ChangeAsync("on");
        await SubmitAsync();

        Assert.True(await _closed);
        var kept = await Console.DetailsAsync(_key);
        Assert.Equal(("mine", "mine too", "theirs", 3), (kept.Settings.Name, kept.Settings.Description, kept.Settings.Tags.Single(), kept.Version));
    }

    [Fact]
    public async Task A_merge_that_is_refused_goes_back_to_the_fields_with_all_that_was_typed()
    {
        await OpenAsync();
        await TypeAsync("name", "");
        await TypeAsync("description", "typed");
        await ChangeMeanwhileAsync(new() { Tags = new(["theirs"]) });
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".ac-merge")));

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.NotEmpty(FaultsOf("name")));
        Assert.Equal(("", "typed"), (Field("name").GetAttribute("value"), Field("description").GetAttribute("value")));
        Assert.Contains("theirs", Field("tags").Closest(".ac-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_theirs_is_taken_throughout_nothing_is_saved_again()
    {
        await OpenAsync();
        await TypeAsync("name", "mine");
        await ChangeMeanwhileAsync(new() { Name = "theirs" });
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.Single(Page.FindAll(".ac-merge")));

        await Merge("Name").QuerySelectorAll("input")[1].ChangeAsync("on");
        await SubmitAsync();

        Assert.True(await _closed);
        Assert.Equal(2, (await Console.DetailsAsync(_key)).Version);
    }

    [Fact]
    public async Task A_key_revoked_meanwhile_can_only_be_read()
    {
        await OpenAsync();
        await TypeAsync("name", "mine");
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(_key, RevocationReason.Leaked), CancellationToken.None);

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains("revoked", Assert.Single(Notices), StringComparison.Ordinal));
        Assert.Equal("mine", Field("name").GetAttribute("value"));
        Assert.True(Field("name").HasAttribute("readonly"));
        Assert.False(HasButton("Save changes"));
        await ClickAsync("Close");
        Assert.False(await _closed);
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

    private IElement Merge(string label) =>
        Page.FindAll(".ac-merge").Single(merge => merge.QuerySelector("legend")!.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));

    private IEnumerable<string> Sides(string label) =>
        Merge(label).QuerySelectorAll(".ac-merge-values, .ac-muted").Select(values => values.TextContent.Trim());

    private async Task OpenAsync(KeySettings? settings = null, OperatorRole role = OperatorRole.Admin)
    {
        _key = await Console.AddKeyAsync(Acme, settings);
        await SignInAsync(Acme, role);
        _closed = await OpenAsync(dialogs => dialogs.EditAsync(_key));
    }

    private async Task ChangeMeanwhileAsync(KeyPatch patch) =>
        await Console.Get<EditKeyHandler>().EditAsync(A.Admin(Acme, "Ben"), new(_key, 1, patch), CancellationToken.None);
}
