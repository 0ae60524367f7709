using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Keys.Explaining;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Tests.Features.Keys.Explaining;

public sealed class WhatIfFormTests : DialogTest
{
    private readonly List<ProjectSummary> _projects = [];
    private IRenderedComponent<WhatIfForm> _form = null!;
    private KeyTarget _key = null!;

    [Fact]
    public async Task Shows_a_request_that_passes_with_every_check_passed()
    {
        await RenderAsync(A.Settings() with { AllowedCidrs = ["10.0.0.0/8"] });

        await TellAsync("clientIp", "10.1.2.3");
        await TellAsync("scopes", "deploy:write");
        await AskAsync();

        Assert.Equal("It would pass", Verdict);
        Assert.Equal(12, _form.FindAll(".ac-checks li").Count);
        Assert.Empty(_form.FindAll(".ac-check-failed"));
        Assert.Empty(_form.FindAll(".ac-edits"));
    }

    [Fact]
    public async Task Shows_what_refuses_which_of_it_decides_and_the_smallest_change()
    {
        await RenderAsync(A.Settings() with { BlockedCidrs = ["10.0.0.0/8"] });

        await TellAsync("clientIp", "10.1.2.3");
        await TellAsync("scopes", "deploy:write, vm:read vm:edit");
        await AskAsync();

        Assert.Equal("It would be refused: IP_BLOCKED", Verdict);
        Assert.Equal(
            ["10.1.2.3 is in the blocked network 10.0.0.0/8.", "The key lacks vm:read, vm:edit."],
            _form.FindAll(".ac-check-failed .ac-check-refusal").Select(refusal => refusal.TextContent));
        Assert.Contains("10.0.0.0/8", Assert.Single(_form.FindAll(".ac-check-decided")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Blocked networks: Remove 10.0.0.0/8", "Scopes: Add vm:read", "Scopes: Add vm:edit"], Changes);
    }

    [Fact]
    public async Task Names_each_field_that_it_cannot_take()
    {
        await RenderAsync();

        await TellAsync("clientIp", "10.1.2");
        await TellAsync("resource", new string('x', 3000));
        await AskAsync();

        Assert.Equal(["Send one plain IPv4 or IPv6 address, without port, brackets or zone."], FieldFaultsOf("clientIp"));
        Assert.Equal(["Send at most 2048 characters."], FieldFaultsOf("resource"));
        Assert.Empty(_form.FindAll(".ac-checks"));
    }

    [Fact]
    public async Task Opens_the_edit_filled_in_and_follows_the_key_once_it_is_saved()
    {
        await RenderAsync();
        await TellAsync("scopes", "vm:read");
        await AskAsync();

        var editing = Button("Edit with this change", _form).ClickAsync(new());
        await Page.WaitForStateAsync(() => Page.FindAll(".ac-dialog-body").Count > 0 && Page.FindAll(".ac-loading").Count == 0);
        await SubmitAsync();
        await editing;

        Assert.Equal(["deploy:write", "vm:read"], (await Console.DetailsAsync(_key)).Settings.Scopes);
        _form.WaitForAssertion(() => Assert.Equal("It would pass", Verdict));
    }

    [Fact]
    public async Task Says_why_no_edit_helps_and_offers_none()
    {
        await RenderAsync(A.Settings() with { Resources = ["docs_*"] });

        await AskAsync();

        Assert.Equal("It would be refused: RESOURCE_NOT_ALLOWED", Verdict);
        Assert.Contains("The key is limited to certain resources, so the request must say its resource.", _form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(_form.FindAll("button"), button => button.TextContent.Contains("Edit with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offers_a_viewer_no_edit()
    {
        await RenderAsync(canEdit: false);
        await TellAsync("scopes", "vm:read");

        await AskAsync();

        Assert.Equal(["Scopes: Add vm:read"], Changes);
        Assert.DoesNotContain(_form.FindAll("button"), button => button.TextContent.Contains("Edit with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_project_to_add()
    {
        var (limited, other) = (await Console.AddProjectAsync(Acme, "Payments"), await Console.AddProjectAsync(Acme, "Search"));
        _projects.AddRange([new(limited, "Payments"), new(other, "Search")]);
        await RenderAsync(A.Settings() with { ProjectIds = [limited] });

        await Popovers.ChooseAsync(_form.Find("[name=project]"), "Search");
        await AskAsync();

        Assert.Equal(["Projects: Add Search"], Changes);
    }

    private string Verdict => _form.Find(".ac-notice-text strong").TextContent;

    private IEnumerable<string> Changes => _form.FindAll(".ac-edits .ac-fact").Select(change =>
        $"{Words(change.QuerySelector("dt")!)}: {Words(change.QuerySelector("dd")!)}");

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Button(string text, IRenderedComponent<WhatIfForm> form) =>
        form.FindAll("button").Single(button => button.TextContent.Contains(text, StringComparison.Ordinal));

    private IEnumerable<string> FieldFaultsOf(string name) => _form.Find($"[name='{name}']").Closest(".ac-field")!
        .QuerySelectorAll(".ac-errors li span:last-child").Select(fault => fault.TextContent);

    private async Task RenderAsync(KeySettings? settings = null, bool canEdit = true)
    {
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme, settings);
        var details = await Console.DetailsAsync(_key);
        var names = KeyNames.Of(new(KeyRules.None, _projects, [], [], [], []));
        _form = Render<WhatIfForm>(parameters => parameters
            .Add(form => form.Key, details)
            .Add(form => form.Projects, _projects)
            .Add(form => form.Names, names)
            .Add(form => form.CanEdit, canEdit)
            .Add(form => form.OnChanged, () => ShowAsync()));
    }

    // What the page around it does.
    private async Task ShowAsync()
    {
        var details = await Console.DetailsAsync(_key);
        _form.Render(parameters => parameters.Add(form => form.Key, details));
    }

    private Task TellAsync(string name, string text) => _form.Find($"[name='{name}']").InputAsync(new ChangeEventArgs { Value = text });

    private async Task AskAsync()
    {
        await _form.Find("form").SubmitAsync();
        await _form.WaitForStateAsync(() => _form.FindAll("button[aria-busy=true], .ac-button-busy").Count == 0);
    }
}
