using AdminConsole.Core.Policies;

namespace AdminConsole.Tests.Policies;

public sealed class DecisionCodesTests
{
    [Fact]
    public void The_texts_are_those_that_were_published()
    {
        var texts = Enum.GetValues<DecisionCode>().Select(code => code.ToWire());

        Assert.Equal(
            [
                "VALID", "NOT_FOUND", "REVOKED", "DISABLED", "ORGANIZATION_SUSPENDED", "NOT_YET_VALID", "EXPIRED", "IP_BLOCKED", "IP_NOT_ALLOWED",
                "REFERRER_NOT_ALLOWED", "PROJECT_NOT_ALLOWED", "RESOURCE_NOT_ALLOWED", "SCOPE_MISSING", "RATE_LIMITED",
            ],
            texts);
    }

    [Fact]
    public void Every_code_is_read_back_from_its_text() =>
        Assert.All(Enum.GetValues<DecisionCode>(), code => Assert.True(DecisionCodes.TryParse(code.ToWire(), out var read) && read == code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("valid")]
    [InlineData("NotFound")]
    [InlineData("0")]
    public void Other_texts_are_no_codes(string? text) => Assert.False(DecisionCodes.TryParse(text, out _));
}
