using AdminConsole.Web.Features.Keys.Secret;

namespace AdminConsole.Tests.Features.Keys.Secret;

public sealed class EnvFileTests
{
    [Theory]
    [InlineData("AKC_API_KEY", "AKC_API_KEY")]
    [InlineData("my key", "MY_KEY")]
    [InlineData("2nd", "_2ND")]
    [InlineData("a=b; rm -rf /", "A_B_RM_RF")]
    [InlineData("X\nEVIL=1", "X_EVIL_1")]
    [InlineData("ключ", "AKC_API_KEY")]
    [InlineData("", "AKC_API_KEY")]
    [InlineData(null, "AKC_API_KEY")]
    public void A_variable_has_a_name_that_every_shell_takes(string? typed, string variable) => Assert.Equal(variable, EnvFile.Variable(typed));

    [Theory]
    [InlineData("CI deploy (prod)", "ci-deploy-prod.env")]
    [InlineData("../../etc/passwd", "etc-passwd.env")]
    [InlineData("鍵", "key.env")]
    public void A_file_is_named_after_its_key(string keyName, string file) => Assert.Equal(file, EnvFile.FileName(keyName));
}
