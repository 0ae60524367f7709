using AdminConsole.Core.Data;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;

namespace AdminConsole.Tests.Hosting;

public sealed class SecuredKeySettingsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void Take_whether_secured_keys_verify(string? setting, bool areVerified) => Assert.Equal(areVerified, Read(setting).AreVerified);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("off")]
    public void Refuse_to_start_with_what_makes_no_sense(string setting) =>
        Assert.Contains(ConsoleSettings.SecuredKeysKey, Assert.Throws<ConsoleStartException>(() => Read(setting)).Message, StringComparison.Ordinal);

    private static SecuredKeyOptions Read(string? setting) =>
        SettingsReader.Read<SecuredKeyOptions>(ConsoleSettings.SecuredKeysKey, setting, services => services.AddSecuredKeySettings());
}
