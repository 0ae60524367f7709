using AdminConsole.Core.Data;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;

namespace AdminConsole.Tests.Hosting;

public sealed class VerificationSettingsTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("1", 1)]
    [InlineData("60", 60)]
    public void Take_how_long_memory_is_believed(string? setting, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(setting).MaxStaleness);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-5")]
    [InlineData("30s")]
    public void Refuse_to_start_with_what_makes_no_sense(string setting) =>
        Assert.Contains(
            ConsoleSettings.MaxStaleSecondsKey,
            Assert.Throws<ConsoleStartException>(() => Read(setting)).Message,
            StringComparison.Ordinal);

    private static VerificationOptions Read(string? setting) =>
        SettingsReader.Read<VerificationOptions>(ConsoleSettings.MaxStaleSecondsKey, setting, services => services.AddVerificationSettings());
}
