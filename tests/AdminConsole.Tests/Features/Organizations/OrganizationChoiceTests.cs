using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Organizations;
using AdminConsole.Web.Security;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Features.Organizations;

/// <summary>Which organization a page is about: the address says it, else the browser remembers it.</summary>
public sealed class OrganizationChoiceTests : RoutedTest
{
    private Id<Organization> _acme;
    private Id<Organization> _labs;

    private string Current => Page.Find(".ac-organization bdi").TextContent;

    private IReadOnlyList<IElement> Choices => Page.FindAll("#organizations a");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _labs = await Console.CreateOrganizationAsync("labs");
    }

    [Fact]
    public async Task Home_is_the_list_of_the_first_organization()
    {
        await SignInToBothAsync();

        Open("/");

        Page.WaitForAssertion(() => Assert.Equal(("/keys?org=acme", "The acme"), (Address, Current)));
        Assert.Equal("Keys", Heading);
    }

    [Fact]
    public async Task Home_is_the_list_of_the_organization_that_was_used_last()
    {
        await SignInToBothAsync();
        await UsedLastAsync("labs");

        Open("/");

        Page.WaitForAssertion(() => Assert.Equal(("/keys?org=labs", "The labs"), (Address, Current)));
    }

    [Fact]
    public async Task An_organization_that_was_left_is_no_longer_home()
    {
        await SignInAsync(_acme);
        await UsedLastAsync("labs");

        Open("/");

        Page.WaitForAssertion(() => Assert.Equal("/keys?org=acme", Address));
    }

    [Fact]
    public async Task Home_of_support_is_the_look_up()
    {
        await SignInAsSupportAsync();

        Open("/");

        Page.WaitForAssertion(() => Assert.Equal(("/lookup", "Look up keys"), (Address, Heading)));
    }

    [Fact]
    public async Task The_switcher_leads_to_each_and_marks_where_one_is()
    {
        await SignInToBothAsync();
        Open("/keys?org=acme");
        Assert.Equal(["keys?org=acme", "keys?org=labs"], Choices.Select(choice => choice.GetAttribute("href")));
        Assert.Equal(["true", null], Choices.Select(choice => choice.GetAttribute("aria-current")));

        await GoToAsync(Choices[1].GetAttribute("href")!);

        Page.WaitForAssertion(() => Assert.Equal([null, "true"], Choices.Select(choice => choice.GetAttribute("aria-current"))));
        Assert.Equal("The labs", Current);
        Assert.Equal("labs", await LastUsedAsync());
    }

    [Fact]
    public async Task Another_organization_shows_its_own_keys_and_rights()
    {
        await SignInAsync((_acme, OperatorRole.Admin), (_labs, OperatorRole.Viewer));
        await Console.AddKeysAsync(_acme, new KeyDraft("of-acme"));
        await Console.AddKeysAsync(_labs, new KeyDraft("of-labs"));
        Open("/keys?org=acme");
        Assert.True(Page.HasButton("Create key"));

        await GoToAsync("/keys?org=labs");

        Page.WaitForAssertion(() => Assert.Equal(["of-labs"], Page.Texts(".ac-keys th a")));
        Assert.False(Page.HasButton("Create key"));
    }

    [Fact]
    public async Task There_is_nothing_to_switch_with_a_single_organization()
    {
        await SignInAsync(_acme);

        Open("/keys?org=acme");

        Assert.Equal("The acme", Current);
        Assert.Empty(Choices);
    }

    [Theory]
    [InlineData("labs")]
    [InlineData("no-such")]
    public async Task One_of_others_looks_like_one_that_is_not(string slug)
    {
        await SignInAsync(_acme);

        Open($"/keys?org={slug}");

        Assert.Equal("There is no such organization", Page.Find(".ac-empty h2").TextContent);
        Assert.Equal("keys?org=acme", Page.Find(".ac-empty a").GetAttribute("href"));
        Assert.DoesNotContain("The labs", Page.Markup, StringComparison.Ordinal);
        Assert.Null(await LastUsedAsync());
    }

    [Fact]
    public async Task Somebody_without_any_is_told_what_to_do()
    {
        await SignInAsync();

        Open("/keys");

        Assert.Equal("You belong to no organization yet", Page.Find(".ac-empty h2").TextContent);
        Assert.Empty(Page.Texts(".ac-navigation-link"));
    }

    [Theory]
    [InlineData("/lookup", "lookup?org=labs")]
    [InlineData("/api-reference?org=acme", "api-reference?org=labs")]
    [InlineData("/keys?org=acme&q=mailer", "keys?org=labs")]
    [InlineData("/keys/key_0198e2b07c6a7d3f8a5b4c3d2e1f0a9b?org=acme", "keys?org=labs")]
    public async Task The_switcher_leads_to_the_same_page_where_the_other_organization_has_it(string address, string expected)
    {
        await SignInToBothAsync();

        Open(address);

        Assert.Equal(expected, Choices[1].GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_about_no_organization_follows_the_switcher()
    {
        await SignInToBothAsync();
        Open("/lookup");

        await GoToAsync("/lookup?org=labs");

        Page.WaitForAssertion(() => Assert.Equal("The labs", Current));
        Assert.Equal("Look up keys", Heading);
    }

    [Fact]
    public async Task The_navigation_says_how_many_keys_there_are_and_where_one_is()
    {
        await SignInAsync(_acme);
        await Console.AddKeysAsync(_acme, new KeyDraft("first"), new KeyDraft("second"));

        Open("/keys?org=acme");

        Page.WaitForAssertion(() => Assert.Equal("2", Page.Find(".ac-navigation-link[aria-current=page] .ac-count").TextContent));
        Assert.Equal("keys?org=acme", Page.Find(".ac-navigation-link[aria-current=page]").GetAttribute("href"));
    }

    private Task SignInToBothAsync() => SignInAsync((_acme, OperatorRole.Admin), (_labs, OperatorRole.Admin));

    private async Task UsedLastAsync(string slug) =>
        await Console.Get<OperatorPreferences>().WriteAsync(await ActorAsync(), CurrentOrganization.Preference, slug, CancellationToken.None);

    private async Task<string?> LastUsedAsync()
    {
        var preferences = await Console.Get<OperatorPreferences>().ReadAllAsync(await ActorAsync(), CancellationToken.None);
        return preferences.Value.GetValueOrDefault(CurrentOrganization.Preference);
    }

    private Task<Actor> ActorAsync() => Services.GetRequiredService<CurrentOperator>().ActorAsync(CancellationToken.None);
}
