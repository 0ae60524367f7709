using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Details;

/// <summary>What the parts of a key's page show.</summary>
public sealed class KeyPartsTests : KeyPageTest
{
    private IReadOnlyList<string> Versions => Page.Texts(".ac-history > li > div > code");

    [Fact]
    public async Task The_policy_shows_what_is_set_and_the_rest_in_one_line()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme, A.Settings() with { Tags = ["prod"], Resources = ["docs_*"] });

        Open(AddressOf(key, "/policy"));

        Assert.Equal(["Owner and projects", "Permissions"], Page.Texts(".ac-panel h2"));
        Assert.Equal(["Tags", "Scopes", "Resources"], Page.Texts(".ac-facts dt"));
        Assert.Equal(
            "No other limits: any network, all projects, any referrer, any number of verifications, any number of results per query, no expiry. "
            + "Not set: Owner, Claims. Version 1, secret format akc_live.",
            Page.Find(".ac-policy-rest").TextContent);
    }

    [Fact]
    public async Task A_rotated_key_and_its_successor_lead_to_each_other()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        var rotated = (await Console.Get<RotateKeyHandler>().RotateAsync(
            A.Admin(Acme), new(key, TimeSpan.FromHours(1)), CancellationToken.None)).Value;

        Open(AddressOf(key));
        Assert.Contains(rotated.Id.ToString(), LinkOf("Replaced by"), StringComparison.Ordinal);

        await GoToAsync("/" + LinkOf("Replaced by"));
        Page.WaitForAssertion(() => Assert.Contains(key.KeyId.ToString(), LinkOf("Replaces"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_what_each_version_changed_and_who_did_it()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        var owner = await Console.AddOwnerAsync(Acme, "Deploy team");
        var patch = new KeyPatch { Name = "renamed", OwnerId = new(owner), Tags = new(["prod"]) };
        await Console.Get<EditKeyHandler>().EditAsync(A.Admin(Acme, "Ben"), new(key, 1, patch), CancellationToken.None);

        Open(AddressOf(key, "/history"));

        Assert.Equal(["v2", "v1"], Versions);
        Assert.Equal(["Edited", "Created"], Page.Texts(".ac-history strong"));
        Assert.Equal("Ben", Page.Find(".ac-history bdi").TextContent);
        Assert.Equal("ci-deploy became renamed", ChangeOf("Name"));
        Assert.Equal("None became Deploy team", ChangeOf("Owner"));
        Assert.Equal("None became prod", ChangeOf("Tags"));
    }

    [Fact]
    public async Task Shows_the_older_versions_when_asked()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        for (var version = 1; version <= 20; version++)
        {
            await Console.Get<EditKeyHandler>().EditAsync(
                A.Admin(Acme), new(key, version, new() { Name = $"name-{version}" }), CancellationToken.None);
        }

        Open(AddressOf(key, "/history"));
        Assert.Equal(("v21", "v2"), (Versions[0], Versions[^1]));

        await Page.ClickAsync("Show older versions");

        Assert.Equal("v1", Versions[^1]);
        Assert.False(Page.HasButton("Show older versions"));
    }

    [Fact]
    public async Task A_revoked_key_says_why_and_nothing_that_no_longer_counts()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme, A.Settings() with { ExpiresAt = A.Monday.AddDays(90) });
        await Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(Acme, "Ben"), new(key, RevocationReason.Leaked, "seen in a log"), CancellationToken.None);

        Open(AddressOf(key));

        Assert.Equal("Revoked", Status);
        Assert.False(Page.HasButton("Edit"));
        Assert.Equal(["Duplicate", "Delete"], await MenuAsync());
        Assert.Equal(["Reason", "Revoked", "Comment"], Page.Texts(".ac-facts dt"));
        Assert.Equal(("Leaked", "seen in a log"), (FactOf("Reason"), FactOf("Comment")));
        Assert.Contains("Ben", FactOf("Revoked"), StringComparison.Ordinal);

        await GoToAsync(AddressOf(key, "/policy"));
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".ac-policy")));
        Assert.DoesNotContain("Expires", Page.Texts(".ac-facts dt"));

        await GoToAsync(AddressOf(key, "/requests"));
        Page.WaitForAssertion(() => Assert.Contains("Nobody presented this key lately.", Page.Markup, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll("main form"));

        await GoToAsync(AddressOf(key, "/history"));
        Page.WaitForAssertion(() => Assert.Equal("Revoked", Page.Find(".ac-history strong").TextContent));
    }

    [Fact]
    public async Task The_page_shows_the_change_that_was_made_on_it()
    {
        await SignInAsync(Acme);
        Open(AddressOf(await Console.AddKeyAsync(Acme), "/history"));
        Page.WaitForAssertion(() => Assert.Equal(["v1"], Versions));

        var disabling = ChooseAsync("Disable");
        Page.WaitForAssertion(() => Assert.Contains("Disable ci-deploy?", Page.Markup, StringComparison.Ordinal));
        await Page.ClickAsync("Disable");
        await disabling;
        Page.WaitForAssertion(() => Assert.Equal("Disabled", Status));

        await ChooseAsync("Enable");

        Page.WaitForAssertion(() => Assert.Equal("Active", Status));
        Page.WaitForAssertion(() => Assert.Equal(["v3", "v2", "v1"], Versions));
        Assert.Equal("No became Yes", ChangeOf("Enabled"));
    }

    [Fact]
    public async Task An_enabled_key_is_disabled_again_when_that_is_undone()
    {
        await SignInAsync(Acme);
        var key = await Console.AddKeyAsync(Acme);
        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(Acme), key, CancellationToken.None);
        Open(AddressOf(key));
        await ChooseAsync("Enable");
        Page.WaitForAssertion(() => Assert.Equal("Active", Status));

        await Page.ClickAsync("Undo");

        Page.WaitForAssertion(() => Assert.Equal("Disabled", Status));
        Assert.Contains("Disabled ci-deploy.", Page.Find(".ac-toasts").TextContent, StringComparison.Ordinal);
    }

    private async Task ChooseAsync(string action)
    {
        await MenuAsync();
        await Page.FindAll(".mud-menu-item").Single(item => item.TextContent.Trim() == action).ClickAsync(new());
    }

    /// <summary>The newest change of the field, as it is read out.</summary>
    private string ChangeOf(string field)
    {
        var change = Page.FindAll(".ac-changes .ac-fact").First(change => change.QuerySelector("dt")!.TextContent == field).QuerySelector("dd")!;
        foreach (var icon in change.QuerySelectorAll(".ac-icon"))
        {
            icon.Remove();
        }

        return string.Join(' ', change.Children.Select(part => part.TextContent.Trim()));
    }

    private string LinkOf(string label) =>
        Page.FindAll(".ac-facts dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.QuerySelector("a")!.GetAttribute("href")!;

    private string FactOf(string label) =>
        Page.FindAll(".ac-facts dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();
}
