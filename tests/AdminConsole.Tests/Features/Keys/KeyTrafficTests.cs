using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Secrets;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Usage;
using AdminConsole.Verification;
using AdminConsole.Web.Features.Keys;
using Bunit;

namespace AdminConsole.Tests.Features.Keys;

public sealed class KeyTrafficTests : DialogTest
{
    [Fact]
    public async Task Says_that_nobody_presented_the_key()
    {
        var (traffic, _) = await RenderAsync();

        Assert.Contains("Nobody presented this key lately.", traffic.Markup, StringComparison.Ordinal);
        Assert.Empty(traffic.FindAll(".ac-traffic li"));
    }

    [Fact]
    public async Task Shows_the_newest_first_and_why_each_was_answered_so()
    {
        var (traffic, _) = await RenderAsync("10.1.2.3", "192.0.2.7");

        Assert.Equal(["IP_NOT_ALLOWED", "VALID"], traffic.FindAll(".ac-traffic > li > span > code").Select(code => code.TextContent));

        await traffic.FindAll("button").First(button => button.TextContent.Contains("Why?", StringComparison.Ordinal)).ClickAsync(new());

        Assert.Equal("It was refused: IP_NOT_ALLOWED", traffic.Find(".ac-notice-text strong").TextContent);
        Assert.Contains("Under version 1 of the policy", traffic.Markup, StringComparison.Ordinal);
        Assert.Contains("192.0.2.7", Assert.Single(traffic.FindAll(".ac-check-decided")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_secured_keys_restriction_refused_and_raises_no_alarm()
    {
        var (traffic, _) = await RenderAsync(secret => secret.Derive("restrictSources=10.9.9.9"), "10.1.2.3");

        await traffic.FindAll("button").First(button => button.TextContent.Contains("Why?", StringComparison.Ordinal)).ClickAsync(new());

        Assert.Contains("A secured key derived from this one was refused with IP_NOT_ALLOWED", traffic.Markup, StringComparison.Ordinal);
        Assert.Empty(traffic.FindAll(".ac-notice-danger"));
    }

    [Fact]
    public async Task Tells_somebody_without_rights_nothing()
    {
        var globex = await Console.AddOrganizationAsync("globex");
        var (_, key) = await RenderAsync("10.1.2.3");
        await SignInAsync(globex);

        var traffic = Render<KeyTraffic>(parameters => parameters.Add(part => part.Target, key).Add(part => part.Names, KeyNames.None));

        Assert.Single(traffic.FindAll(".ac-notice-danger"));
        Assert.Empty(traffic.FindAll(".ac-traffic li"));
    }

    private Task<(IRenderedComponent<KeyTraffic> Traffic, KeyTarget Key)> RenderAsync(params string[] addresses) => RenderAsync(secret => secret, addresses);

    private async Task<(IRenderedComponent<KeyTraffic> Traffic, KeyTarget Key)> RenderAsync(Func<string, string> present, params string[] addresses)
    {
        await SignInAsync(Acme);
        var issued = (await Console.Get<KeyIssuer>().IssueAsync(
            Actor.System, new(Acme, A.Settings() with { AllowedCidrs = ["10.0.0.0/8"] }) { Format = SecretFormat.Algolia }, default)).Value;
        foreach (var address in addresses)
        {
            Console.Get<VerificationService>().Verify(Actor.System, Acme, new(present(issued.Secret.Reveal())) { ClientIp = address });
        }

        await Console.Get<UsageJournal>().FlushAsync(default);
        var key = new KeyTarget(Acme, issued.Id);
        return (Render<KeyTraffic>(parameters => parameters.Add(part => part.Target, key).Add(part => part.Names, KeyNames.None)), key);
    }
}
