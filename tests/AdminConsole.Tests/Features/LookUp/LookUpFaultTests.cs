using AdminConsole.Core.LookUp;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.LookUp;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Features.LookUp;

public sealed class LookUpFaultTests : LookUpTest
{
    [Theory]
    [InlineData("", "Paste a secret, some text")]
    [InlineData("no secret in here", "There is no secret in this text")]
    public async Task Says_at_the_field_what_cannot_be_looked_up(string text, string fault)
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await FindAsync(text);

        Page.WaitForAssertion(() => Assert.StartsWith(fault, Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", Page.Find("[name=text]").GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData('x', KeyLookUp.MaxTextLength + 1)]
    [InlineData('€', KeyLookUp.MaxTextLength + 1)]
    public async Task Refuses_a_text_that_is_too_long(char character, int length)
    {
        await SignInAsSupportAsync();
        Open("/lookup");

        await FindAsync(new string(character, length));

        Page.WaitForAssertion(
            () => Assert.StartsWith("This text is too long", Page.Find(".ac-errors li span:last-child").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_and_tries_again()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");

        await Console.LoseKeysAsync();
        await FindAsync(secret.Reveal());
        Page.WaitForAssertion(
            () => Assert.Contains("The look-up could not be made", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal));
        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");
        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Single(Found));
    }

    [Fact]
    public async Task Says_that_the_storage_failed_for_a_text_that_was_handed_over_while_it_is_open()
    {
        await SignInAsSupportAsync();
        var secret = await CreateAsync(A.Settings());
        Open("/lookup");

        await Console.LoseKeysAsync();
        await Page.InvokeAsync(() => Services.GetRequiredService<SearchHandover>().HandOver(secret.Reveal()));
        Page.WaitForAssertion(
            () => Assert.Contains("The look-up could not be made", Page.Find(".ac-notice-danger").TextContent, StringComparison.Ordinal));
        await Console.RestoreKeysAsync();
        await Page.ClickAsync("Try again");
        await FindAsync(secret.Reveal());

        Page.WaitForAssertion(() => Assert.Single(Found));
    }
}
