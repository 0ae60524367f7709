using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Hosting;

namespace AdminConsole.Tests.Hosting;

public sealed class ApiSettingsTests
{
    [Theory]
    [InlineData(null, 600)]
    [InlineData("1", 1)]
    [InlineData("1000000", 1_000_000)]
    public void Take_how_often_a_key_may_call(string? setting, int requests) => Assert.Equal(requests, Read(setting).RequestsPerMinute);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1000001")]
    [InlineData("many")]
    public void Refuse_to_start_with_what_makes_no_sense(string setting) =>
        Assert.Contains(
            ConsoleSettings.RequestsPerMinuteKey,
            Assert.Throws<ConsoleStartException>(() => Read(setting)).Message,
            StringComparison.Ordinal);

    private static ApiOptions Read(string? setting) =>
        SettingsReader.Read<ApiOptions>(ConsoleSettings.RequestsPerMinuteKey, setting, services => services.AddApiSettings());
}
