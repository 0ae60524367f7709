using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class EditKeyConflictTests : DialogTest
{
    private KeyTarget _key = null!;

    private Task<bool> _closed = null!;

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
