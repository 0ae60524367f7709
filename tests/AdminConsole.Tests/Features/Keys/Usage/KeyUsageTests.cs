using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Usage;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Usage;

public sealed class KeyUsageTests : DialogTest
{
    [Fact]
    public async Task A_key_that_nobody_used_shows_that_and_no_chart()
    {
        var (usage, _, _) = await RenderAsync();

        Assert.Contains("No verification in the last 30 days.", usage.Markup, StringComparison.Ordinal);
        Assert.Equal("Never", usage.Find(".ac-stats dd").TextContent.Trim());
        Assert.Empty(usage.FindAll("svg.ac-bars, .ac-lines"));
    }

    [Fact]
    public async Task Verifications_are_counted_by_day_address_and_scope()
    {
        var (_, key, secret) = await RenderAsync();
        Verify(secret, "10.1.2.3", "vm:read");
        Verify(secret, "10.1.2.3", "vm:read");
        Verify(secret, "192.0.2.7", "vm:read");

        var usage = Render(await Console.DetailsAsync(key));

        Assert.Equal("Verifications of the last 30 days: 2 valid, 1 refused", usage.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal([A.Monday.ToString("d MMM", null), "2", "1"], usage.FindAll("tbody th, tbody td").Select(cell => cell.TextContent));
        Assert.Contains("Most of them IP_NOT_ALLOWED", usage.Markup, StringComparison.Ordinal);
        Assert.Equal(
            ["10.1.2.3", "192.0.2.7", "vm:edit", "vm:read"],
            usage.FindAll(".ac-use code").Select(code => code.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains(usage.FindAll(".ac-use"), use => use.TextContent.Contains("2 valid", StringComparison.Ordinal));
        var unused = usage.FindAll(".ac-use").Single(use => use.TextContent.Contains("vm:edit", StringComparison.Ordinal));
        Assert.Contains("No use recorded", unused.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_that_is_still_presented_says_so()
    {
        var (_, key, secret) = await RenderAsync();
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(key, RevocationReason.Leaked, null), CancellationToken.None);
        Verify(secret, "10.1.2.3", "vm:read");

        var usage = Render(await Console.DetailsAsync(key));

        Assert.Equal("Verifications since it was revoked: 1", usage.Find(".ac-notice-warning strong").TextContent);
    }

    private void Verify(string secret, string address, string scope) =>
        Console.Get<VerificationService>().Verify(Actor.System, Acme, new(secret) { ClientIp = address, Scopes = [scope] });

    private IRenderedComponent<KeyUsage> Render(KeyDetails key)
    {
        var usage = Render<KeyUsage>(parameters => parameters.Add(part => part.Key, key));
        usage.WaitForState(() => usage.FindAll(".ac-loading").Count == 0);
        return usage;
    }

    private async Task<(IRenderedComponent<KeyUsage> Usage, KeyTarget Key, string Secret)> RenderAsync()
    {
        await SignInAsync(Acme);
        var settings = A.Settings("ci-deploy", "vm:read", "vm:edit") with { AllowedCidrs = ["10.0.0.0/8"] };
        var created = (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(Acme, settings), CancellationToken.None)).Value;
        var key = new KeyTarget(Acme, created.Id);
        return (Render(await Console.DetailsAsync(key)), key, created.Secret.Reveal());
    }
}
