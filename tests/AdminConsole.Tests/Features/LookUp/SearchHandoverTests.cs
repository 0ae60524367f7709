using AdminConsole.Core.Secrets;
using AdminConsole.Web.Features.LookUp;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Features.LookUp;

/// <summary>What a search field does with a text that must not reach an address.</summary>
public sealed class SearchHandoverTests : BunitContext
{
    private readonly SearchHandover _handover;

    public SearchHandoverTests()
    {
        Services.AddScoped<SearchHandover>();
        _handover = Services.GetRequiredService<SearchHandover>();
    }

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    public static TheoryData<string> NotPlain =>
    [
        KeySecret.Generate(SecretEnvironment.Live).Reveal(),
        $"error: token={KeySecret.Generate(SecretEnvironment.Test).Reveal()} refused",
        "…3f9a",
        "akc_live_…3f9a",
        "key_0198e2b07c6a7d3f8a5b4c3d2e1f0a9b",
    ];

    [Theory]
    [MemberData(nameof(NotPlain))]
    public void A_secret_a_hint_and_an_id_reach_the_look_up_and_no_address(string text)
    {
        var handedOver = _handover.TryHandOver($" {text} ");

        Assert.True(handedOver);
        Assert.Equal("http://localhost/lookup", Navigation.Uri);
        Assert.Equal(text, _handover.Take());
    }

    [Fact]
    public void A_text_is_handed_over_once()
    {
        _handover.TryHandOver("…3f9a");
        _handover.Take();

        Assert.Null(_handover.Take());
    }

    [Theory]
    [InlineData("billing export")]
    [InlineData("10.1.2.3")]
    [InlineData("")]
    [InlineData(null)]
    public void Plain_text_stays_with_the_field(string? text)
    {
        var handedOver = _handover.TryHandOver(text);

        Assert.False(handedOver);
        Assert.Null(_handover.Take());
        Assert.Empty(Navigation.History);
    }

    [Fact]
    public void A_look_up_that_is_open_hears_of_the_text()
    {
        List<string?> heard = [];
        _handover.Arrived += (_, _) => heard.Add(_handover.Take());

        _handover.TryHandOver("…3f9a");

        Assert.Equal(["…3f9a"], heard);
    }
}
