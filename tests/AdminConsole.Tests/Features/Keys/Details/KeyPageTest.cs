using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Details;

/// <summary>Opens the page of a key of Acme's.</summary>
public abstract class KeyPageTest : RoutedTest
{
    protected Id<Organization> Acme { get; private set; }

    protected string Status => Page.Find(".ac-key-line .ac-status > span:last-child").TextContent;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Acme = await Console.CreateOrganizationAsync();
    }

    protected static string AddressOf(KeyTarget key, string tab = "") => $"/keys/{key.KeyId}{tab}?org=acme";

    /// <summary>Opens the menu of the page, and says what it offers.</summary>
    protected async Task<IReadOnlyList<string>> MenuAsync()
    {
        await Page.ClickAsync("More actions");
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".mud-menu-item")));
        return Page.Texts(".mud-menu-item");
    }
}
