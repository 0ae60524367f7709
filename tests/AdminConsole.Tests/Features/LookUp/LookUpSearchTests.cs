using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.LookUp;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Features.LookUp;

public sealed class LookUpSearchTests : LookUpTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_that_a_search_field_handed_over_is_looked_up_at_once(bool isOpen)
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open(isOpen ? "/lookup" : "/");

        await Page.InvokeAsync(() => Services.GetRequiredService<SearchHandover>().HandOver(secret.Reveal()));

        Page.WaitForAssertion(() => Assert.Equal(["ci-deploy"], Found));
        Assert.Equal("/lookup", Address);
    }

    [Fact]
    public async Task Searches_for_what_a_search_field_hands_over()
    {
        await SignInAsync(Acme);
        var secret = await CreateAsync(A.Settings("handed-over"));
        Open("/keys?org=acme");

        await TypeAtTheTopAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Equal("Secrets seen: 1. Keys found: 1.", Page.Find(".ac-look-up-summary").TextContent));
        Assert.Equal("/lookup", Address);
        Assert.DoesNotContain(secret.Reveal()[9..21], Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_again_when_it_is_open_already()
    {
        await SignInAsync(Acme);
        var secret = await CreateAsync(A.Settings("handed-over"));
        Open("/lookup");

        await TypeAtTheTopAsync($"…{secret.Hint}");

        Page.WaitForAssertion(() => Assert.Single(Found));
    }

    [Fact]
    public async Task Plain_text_at_the_top_leads_to_the_list()
    {
        await SignInAsync(Acme);
        Open("/lookup");

        await TypeAtTheTopAsync(" billing export ");

        Page.WaitForAssertion(() => Assert.Equal("/keys?org=acme&q=billing%20export", Address));
    }

    [Fact]
    public async Task Whatever_support_types_at_the_top_is_looked_up()
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await TypeAtTheTopAsync("billing export");

        Page.WaitForAssertion(
            () => Assert.StartsWith("There is no secret", Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
        Assert.Equal("/lookup", Address);
    }

    [Fact]
    public async Task Is_all_that_support_is_offered()
    {
        await SignInAsSupportAsync();

        Open("/lookup");

        Assert.Equal(["Look up"], Page.Texts(".ac-navigation-link > span:first-of-type"));
        Assert.Equal("AdminConsole", Page.Find(".ac-organization bdi").TextContent);
    }

    private Task TypeAtTheTopAsync(string text)
    {
        JSInterop.SetupModule("./js/paste.js").Setup<IJSStreamReference>("take", _ => true).SetResult(new PastedText(text));
        return Page.Find("form.ac-top-search").SubmitAsync();
    }
}
