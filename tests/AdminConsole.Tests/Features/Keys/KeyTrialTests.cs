using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Tests.Features.Keys;

public sealed class KeyTrialTests : DialogTest
{
    private readonly List<ProjectSummary> _projects = [];
    private IRenderedComponent<KeyTrial> _trial = null!;
    private KeyTarget _key = null!;

    [Fact]
    public async Task Shows_a_request_that_passes_with_every_check_passed()
    {
        await RenderAsync(A.Settings() with { AllowedCidrs = ["10.0.0.0/8"] });

        await TellAsync("clientIp", "10.1.2.3");
        await TellAsync("scopes", "deploy:write");
        await AskAsync();

        Assert.Equal("It would pass", Verdict);
        Assert.Equal(12, _trial.FindAll(".ac-checks li").Count);
        Assert.Empty(_trial.FindAll(".ac-check-failed"));
        Assert.Empty(_trial.FindAll(".ac-changes"));
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
            _trial.FindAll(".ac-check-failed .ac-check-refusal").Select(refusal => refusal.TextContent));
        Assert.Contains("10.0.0.0/8", Assert.Single(_trial.FindAll(".ac-check-decided")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Blocked networks: Remove 10.0.0.0/8", "Scopes: Add vm:read", "Scopes: Add vm:edit"], Changes);
    }

    [Fact]
    public async Task Names_each_field_that_it_cannot_take()
    {
        await RenderAsync();

        await TellAsync("clientIp", "10.1.2");
        await TellAsync("resource", new string('x', 3000));
        await AskAsync();

        Assert.Equal(["Send one plain IPv4 or IPv6 address, without port, brackets or zone."], TrialFaultsOf("clientIp"));
        Assert.Equal(["Send at most 2048 characters."], TrialFaultsOf("resource"));
        Assert.Empty(_trial.FindAll(".ac-checks"));
    }

    [Fact]
    public async Task Opens_the_edit_filled_in_and_follows_the_key_once_it_is_saved()
    {
        await RenderAsync();
        await TellAsync("scopes", "vm:read");
        await AskAsync();

        var editing = Button("Edit with this change", _trial).ClickAsync(new());
        await Page.WaitForStateAsync(() => Page.FindAll(".ac-dialog-body").Count > 0 && Page.FindAll(".ac-loading").Count == 0);
        await SubmitAsync();
        await editing;

        Assert.Equal(["deploy:write", "vm:read"], (await Console.DetailsAsync(_key)).Settings.Scopes);
        _trial.WaitForAssertion(() => Assert.Equal("It would pass", Verdict));
    }

    [Fact]
    public async Task Says_why_no_edit_helps_and_offers_none()
    {
        await RenderAsync(A.Settings() with { Resources = ["docs_*"] });

        await AskAsync();

        Assert.Equal("It would be refused: RESOURCE_NOT_ALLOWED", Verdict);
        Assert.Contains("The key is limited to certain resources, so the request must say its resource.", _trial.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(_trial.FindAll("button"), button => button.TextContent.Contains("Edit with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offers_a_viewer_no_edit()
    {
        await RenderAsync(canEdit: false);
        await TellAsync("scopes", "vm:read");

        await AskAsync();

        Assert.Equal(["Scopes: Add vm:read"], Changes);
        Assert.DoesNotContain(_trial.FindAll("button"), button => button.TextContent.Contains("Edit with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_project_to_add()
    {
        var (limited, other) = (await Console.AddProjectAsync(Acme, "Payments"), await Console.AddProjectAsync(Acme, "Search"));
        _projects.AddRange([new(limited, "Payments"), new(other, "Search")]);
        await RenderAsync(A.Settings() with { ProjectIds = [limited] });

        await _trial.Find("[name=project]").ChangeAsync(new ChangeEventArgs { Value = other.ToString() });
        await AskAsync();

        Assert.Equal(["Projects: Add Search"], Changes);
    }

    private string Verdict => _trial.Find(".ac-notice-text strong").TextContent;

    private IEnumerable<string> Changes => _trial.FindAll(".ac-change").Select(change =>
        $"{Words(change.QuerySelector("dt")!)}: {Words(change.QuerySelector("dd")!)}");

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Button(string text, IRenderedComponent<KeyTrial> trial) =>
        trial.FindAll("button").Single(button => button.TextContent.Contains(text, StringComparison.Ordinal));

    private IEnumerable<string> TrialFaultsOf(string name) => _trial.Find($"[name='{name}']").Closest(".ac-field")!
        .QuerySelectorAll(".ac-errors li span:last-child").Select(fault => fault.TextContent);

    private async Task RenderAsync(KeySettings? settings = null, bool canEdit = true)
    {
        await SignInAsync(Acme);
        _key = await Console.AddKeyAsync(Acme, settings);
        var details = await Console.DetailsAsync(_key);
        var names = KeyNames.Of(new(KeyRules.None, _projects, [], [], [], []));
        _trial = Render<KeyTrial>(parameters => parameters
            .Add(trial => trial.Key, details)
            .Add(trial => trial.Projects, _projects)
            .Add(trial => trial.Names, names)
            .Add(trial => trial.CanEdit, canEdit)
            .Add(trial => trial.OnChanged, () => ShowAsync()));
    }

    // What the page around it does.
    private async Task ShowAsync()
    {
        var details = await Console.DetailsAsync(_key);
        _trial.Render(parameters => parameters.Add(trial => trial.Key, details));
    }

    private Task TellAsync(string name, string text) => _trial.Find($"[name='{name}']").InputAsync(new ChangeEventArgs { Value = text });

    private async Task AskAsync()
    {
        await _trial.Find("form").SubmitAsync();
        await _trial.WaitForStateAsync(() => _trial.FindAll("button[aria-busy=true], .ac-button-busy").Count == 0);
    }
}
