using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Keys.Usage;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Usage;

public sealed class KeyRequestsTests : DialogTest
{
    [Fact]
    public async Task Says_that_nobody_presented_the_key()
    {
        var (requests, _) = await RenderAsync();

        Assert.Contains("Nobody presented this key lately.", requests.Markup, StringComparison.Ordinal);
        Assert.Empty(requests.FindAll(".ac-requests li"));
    }

    [Fact]
    public async Task Shows_the_newest_first_and_why_each_was_answered_so()
    {
        var (requests, _) = await RenderAsync("10.1.2.3", "192.0.2.7");

        Assert.Equal(["IP_NOT_ALLOWED", "VALID"], requests.FindAll(".ac-requests > li > .ac-outcome > code").Select(code => code.TextContent));

        await AskWhyAsync(requests);

        Assert.Equal("It was refused: IP_NOT_ALLOWED", requests.Find(".ac-notice-text strong").TextContent);
        Assert.Contains("Under version 1 of the policy", requests.Markup, StringComparison.Ordinal);
        Assert.Contains("192.0.2.7", Assert.Single(requests.FindAll(".ac-check-decided")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_secured_keys_restriction_refused_and_raises_no_alarm()
    {
        var (requests, _) = await RenderAsync(secret => secret.Derive("restrictSources=10.9.9.9"), "10.1.2.3");

        await AskWhyAsync(requests);

        Assert.Contains("A secured key derived from this one was refused with IP_NOT_ALLOWED", requests.Markup, StringComparison.Ordinal);
        Assert.Empty(requests.FindAll(".ac-notice-danger"));
    }

    [Fact]
    public async Task Somebody_without_rights_is_told_nothing()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var (_, key) = await RenderAsync("10.1.2.3");
        await SignInAsync(globex);

        var requests = Render(key);

        Assert.Single(requests.FindAll(".ac-notice-danger"));
        Assert.Empty(requests.FindAll(".ac-requests li"));
    }

    [Fact]
    public async Task The_edit_that_would_let_a_refused_request_pass_keeps_what_was_changed_since()
    {
        var (requests, key) = await RenderAsync("192.0.2.7");
        await EditAsync(key, new() { AllowedCidrs = new(["10.0.0.0/8", "172.16.0.0/12"]) });
        await AskWhyAsync(requests);

        var editing = requests.ClickAsync("Edit with this change");
        await Page.WaitForStateAsync(() => Page.FindAll(".ac-dialog-body").Count > 0 && Page.FindAll(".ac-loading").Count == 0);
        await SubmitAsync();
        await editing;

        Assert.Equal(["10.0.0.0/8", "172.16.0.0/12", "192.0.2.7/32"], (await Console.DetailsAsync(key.Target)).Settings.AllowedCidrs);
    }

    [Fact]
    public async Task An_edit_that_is_no_longer_needed_is_not_opened()
    {
        var (requests, key) = await RenderAsync("192.0.2.7");
        await EditAsync(key, new() { AllowedCidrs = new([]) });
        await AskWhyAsync(requests);

        await requests.ClickAsync("Edit with this change");

        Assert.Contains("this request would pass now", requests.Markup, StringComparison.Ordinal);
        Assert.Empty(Page.FindAll(".ac-dialog-body"));
    }

    [Fact]
    public async Task A_viewer_is_offered_no_edit()
    {
        var (requests, key) = await RenderAsync("192.0.2.7");
        requests = Render(key, canEdit: false);

        await AskWhyAsync(requests);

        Assert.NotEmpty(requests.FindAll(".ac-edits"));
        Assert.False(requests.HasButton("Edit with this change"));
    }

    private static Task AskWhyAsync(IRenderedComponent<KeyRequests> requests) =>
        requests.FindAll("button").First(button => button.TextContent.Contains("Why?", StringComparison.Ordinal)).ClickAsync(new());

    private async Task EditAsync(KeyDetails key, KeyPatch patch)
    {
        var edited = await Console.Get<EditKeyHandler>().EditAsync(A.Admin(Acme), new(key.Target, key.Version, patch), CancellationToken.None);
        Assert.True(edited.Succeeded);
    }

    private IRenderedComponent<KeyRequests> Render(KeyDetails key, bool canEdit = true) => Render<KeyRequests>(parameters => parameters
        .Add(part => part.Key, key)
        .Add(part => part.Names, KeyNames.None)
        .Add(part => part.CanEdit, canEdit));

    private Task<(IRenderedComponent<KeyRequests> Requests, KeyDetails Key)> RenderAsync(params string[] addresses) =>
        RenderAsync(secret => secret, addresses);

    private async Task<(IRenderedComponent<KeyRequests> Requests, KeyDetails Key)> RenderAsync(
        Func<string, string> present, params string[] addresses)
    {
        await SignInAsync(Acme);
        var created = (await Console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System, new(Acme, A.Settings() with { AllowedCidrs = ["10.0.0.0/8"] }) { Format = SecretFormat.Algolia }, default)).Value;
        foreach (var address in addresses)
        {
            Console.Get<VerificationService>().Verify(Actor.System, Acme, new(present(created.Secret.Reveal())) { ClientIp = address });
        }

        await Console.Get<EventLogWriter>().FlushAsync(default);
        var key = await Console.DetailsAsync(new(Acme, created.Id));
        return (Render(key), key);
    }
}
