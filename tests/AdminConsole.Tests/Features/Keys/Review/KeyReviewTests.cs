using AdminConsole.Core.Keys;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Review;

/// <summary>What the edit dialog says of an edit before it is saved.</summary>
public sealed class KeyReviewTests : DialogTest
{
    private KeyTarget _key = null!;

    private IEnumerable<string> Verdicts => Page.Texts(".ac-review [role=status] .ac-status");

    [Fact]
    public async Task An_edit_that_drops_a_network_names_the_address_that_it_refuses()
    {
        await OpenAsync("10.1.0.0/16", "10.2.0.0/16");
        await UseAsync(_key, "10.1.2.3");
        await UseAsync(_key, "10.2.2.3");

        await RemoveAsync("10.2.0.0/16");

        Page.WaitForAssertion(() => Assert.Equal(["Refuses 1 of 2 requests", "Narrows what the key may do"], Verdicts));
        var line = Assert.Single(Page.FindAll(".ac-review .ac-use"));
        Assert.Contains("10.2.2.3", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("IP_NOT_ALLOWED", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await Console.DetailsAsync(_key)).Version);
    }

    [Fact]
    public async Task An_edit_that_opens_the_key_to_every_network_is_said_to_widen_it()
    {
        await OpenAsync("10.1.0.0/16");

        await RemoveAsync("10.1.0.0/16");

        Page.WaitForAssertion(() => Assert.Equal(["Widens what the key may do"], Verdicts));
        Assert.Contains("There are no recent requests to replay.", Page.Find(".ac-review").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_decides_nothing()
    {
        await OpenAsync();

        await TypeAsync("name", "renamed");

        Page.WaitForAssertion(() => Assert.Equal(["Decides no request otherwise"], Verdicts));
    }

    [Fact]
    public async Task What_cannot_be_saved_has_no_effect_to_tell()
    {
        await OpenAsync();

        await TypeAsync("name", "");

        Page.WaitForAssertion(() => Assert.Contains("Mend the faults", Page.Find(".ac-review").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_while_nothing_is_changed()
    {
        await OpenAsync();

        Assert.Empty(Page.FindAll(".ac-review"));
    }

    private async Task OpenAsync(params string[] networks)
    {
        _key = await Console.AddKeyAsync(Acme, A.Settings() with { AllowedCidrs = networks });
        await SignInAsync(Acme, OperatorRole.Admin);
        _ = await OpenAsync(dialogs => dialogs.EditAsync(_key));
    }

    private Task RemoveAsync(string network) => Page.Find($"button[aria-label='Remove {network}']").ClickAsync(new());
}
