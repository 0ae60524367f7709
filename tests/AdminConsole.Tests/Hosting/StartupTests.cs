using AdminConsole.Core.Demo;
using AdminConsole.Web.Hosting;

namespace AdminConsole.Tests.Hosting;

public sealed class StartupTests
{
    [Fact]
    public void Each_demo_sign_in_is_printed_in_columns_with_its_password_and_role()
    {
        var lines = Startup.SignIns("a password for the demo").Split(Environment.NewLine);

        Assert.Equal(DemoSignIns.All.Count, lines.Length - 1);
        Assert.Single(lines.Skip(1).Select(line => line.IndexOf("a password for the demo", StringComparison.Ordinal)).Distinct());
        Assert.All(DemoSignIns.All.Zip(lines.Skip(1)), line => Assert.StartsWith($"  {line.First.Email} ", line.Second, StringComparison.Ordinal));
        Assert.All(DemoSignIns.All.Zip(lines.Skip(1)), line => Assert.EndsWith($"  {line.First.Role}", line.Second, StringComparison.Ordinal));
    }
}
