using AdminConsole.Web.Features.Keys.Secret;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Secret;

public sealed class RevealDialogTests : DialogTest
{
    private Task<bool> _closed = null!;

    [Fact]
    public async Task Hands_the_secret_to_the_browser_and_shows_a_mask()
    {
        var secret = await CreateAsync();

        Assert.StartsWith("akc_live_", secret, StringComparison.Ordinal);
        Assert.Equal($"••••••••••••{secret[^4..]}", Page.Find("[data-secret]").GetAttribute("value"));
        AssertHoldsNothingOf(secret);
    }

    [Fact]
    public async Task Shows_and_hides_it_without_a_word_of_it_in_the_markup()
    {
        var secret = await CreateAsync();

        await ClickAsync("Show");
        AssertHoldsNothingOf(secret);
        await ClickAsync("Hide");

        Assert.Equal([true, false], JSInterop.Invocations["show"].Select(call => call.Arguments[0]));
        AssertHoldsNothingOf(secret);
    }

    [Fact]
    public async Task Does_not_close_unasked_before_it_is_copied_or_saved()
    {
        await CreateAsync();

        var asking = ClickAsync("Done");
        Page.WaitForAssertion(() => Assert.Contains("neither copied nor saved", Page.Markup, StringComparison.Ordinal));
        Assert.True(Button("Close without it").HasAttribute("disabled"));
        await ClickAsync("Go back");
        await asking;

        Assert.False(HasButton("Close without it"));
        Assert.False(_closed.IsCompleted);
        Assert.True(Reveal.Instance.Dialog.HasUnsavedWork);
    }

    [Fact]
    public async Task Can_be_left_without_it_by_saying_so()
    {
        await CreateAsync();

        var asking = ClickAsync("Done");
        Page.WaitForAssertion(() => Assert.NotNull(Field("sure")));
        await Field("sure").ChangeAsync(true);
        await ClickAsync("Close without it");
        await asking;

        Assert.True(await _closed);
    }

    [Fact]
    public async Task Closes_at_once_when_it_was_saved()
    {
        await CreateAsync();

        await ClickAsync("Download .env");
        Assert.False(Reveal.Instance.Dialog.HasUnsavedWork);
        await ClickAsync("Done");

        Assert.True(await _closed);
    }

    [Fact]
    public async Task A_copy_that_failed_is_no_reason_to_close()
    {
        await CreateAsync();
        await Page.InvokeAsync(() => Reveal.Instance.Copied(false));

        var asking = ClickAsync("Done");
        Page.WaitForAssertion(() => Assert.True(HasButton("Close without it")));
        await ClickAsync("Go back");
        await asking;

        Assert.False(_closed.IsCompleted);
    }

    [Fact]
    public async Task Shows_how_to_verify_it_with_the_consoles_address_and_without_the_secret()
    {
        var secret = await CreateAsync();

        Assert.Contains("curl -sS http://localhost/api/v1/keys/verify", Page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Contains("Bearer $MANAGEMENT_KEY", Page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Contains($$"""{"secret": "••••••••••••{{secret[^4..]}}"}""", Page.Find("pre").TextContent, StringComparison.Ordinal);
        await ClickAsync(".NET");

        Assert.Contains("""options.Address = new("http://localhost/");""", Page.Find("pre").TextContent, StringComparison.Ordinal);
        AssertHoldsNothingOf(secret);
    }

    [Fact]
    public async Task Tells_of_the_first_verification()
    {
        await CreateAsync();
        Assert.Equal("Waiting for the first verification", Page.Find(".ac-first-use").TextContent.Trim());
        var key = Reveal.Instance.Key;

        await UseAsync(key.Target, "203.0.113.9");

        Page.WaitForAssertion(() => Assert.Equal("Verified from 203.0.113.9", Page.Find(".ac-first-use").TextContent.Trim()));
    }

    [Fact]
    public async Task Leaves_nothing_of_it_behind()
    {
        var secret = await CreateAsync();
        var reveal = Reveal.Instance;
        await Page.InvokeAsync(() => reveal.Copied(true));

        await ClickAsync("Done");
        Assert.True(await _closed);

        AssertHoldsNothingOf(secret);
        Assert.Null(reveal.Key.Secret.Take());
        Page.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["forget"]));
    }

    [Fact]
    public async Task Tells_the_truth_about_a_copy()
    {
        await CreateAsync();

        await Page.InvokeAsync(() => Reveal.Instance.Copied(false));
        Assert.Contains("did not allow copying", Page.Markup, StringComparison.Ordinal);
        Assert.True(HasButton("Hide"));

        await Page.InvokeAsync(() => Reveal.Instance.Copied(true));
        Assert.DoesNotContain("did not allow copying", Page.Markup, StringComparison.Ordinal);
        Assert.Contains("Copied.", Page.Markup, StringComparison.Ordinal);
        Assert.True(HasButton("Copied"));
    }

    [Fact]
    public async Task Saves_a_file_named_after_the_key_in_the_browser()
    {
        await CreateAsync();

        await TypeAsync("variable", "my key");
        await ClickAsync("Download .env");

        Assert.Equal(["ci-deploy.env", "MY_KEY"], Assert.Single(JSInterop.Invocations["download"]).Arguments);
    }

    [Fact]
    public async Task Says_what_to_do_when_it_was_cleared()
    {
        await CreateAsync();

        await Page.InvokeAsync(Reveal.Instance.Forgotten);
        Assert.Contains("revoke this key and create another one", Page.Markup, StringComparison.Ordinal);
        Assert.Empty(Page.FindAll("[data-secret]"));
        await ClickAsync("Close");

        Assert.True(await _closed);
    }

    private IRenderedComponent<RevealDialog> Reveal => Page.FindComponent<RevealDialog>();

    private async Task<string> CreateAsync()
    {
        await SignInAsync(Acme);
        _closed = await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        await TypeAsync("name", "ci-deploy");
        await AddAsync("scopes", "vm:read");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["hold"]));
        return (string)JSInterop.Invocations["hold"][0].Arguments[1]!;
    }

    private void AssertHoldsNothingOf(string secret)
    {
        for (var start = 9; start + 12 <= secret.Length; start++)
        {
            Assert.DoesNotContain(secret.Substring(start, 12), Page.Markup, StringComparison.Ordinal);
        }
    }
}
