using AdminConsole.Web.Features;
using AdminConsole.Web.Shell;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures.Pages;

/// <summary>Opens pages by their addresses as a browser does, with the shell around them.</summary>
public abstract class RoutedTest : PageTest
{
    protected RoutedTest() => Services.AddConsolePages();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    protected IRenderedComponent<Routes> Page { get; private set; } = null!;

    /// <summary>What the address bar shows.</summary>
    protected string Address => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    protected string Heading => Page.Find("h1").TextContent.Trim();

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Opens the page and waits until it has loaded.</summary>
    protected void Open(string address)
    {
        BeginToOpen(address);
        Page.WaitForState(() => Page.FindAll("h1").Count > 0 && Page.FindAll(".ac-loading").Count == 0);
    }

    protected void BeginToOpen(string address)
    {
        Navigation.NavigateTo(address);
        Page = Render<Routes>();
    }

    /// <summary>Follows a link of the open page.</summary>
    protected Task GoToAsync(string address) => Page.InvokeAsync(() => Navigation.NavigateTo(address));
}
