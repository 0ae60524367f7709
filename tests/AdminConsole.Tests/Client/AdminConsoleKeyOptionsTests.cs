using AdminConsole.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Client;

/// <summary>A service that could verify no key does not start.</summary>
public sealed class AdminConsoleKeyOptionsTests
{
    private const string Address = "Address";
    private const string ManagementKey = "ManagementKey";

    [Theory]
    [InlineData(Address, "", "AdminConsole:Address is missing: give the console's address, such as https://keys.example.com.")]
    [InlineData(Address, "keys.example.com", "AdminConsole:Address must be an address that begins with https://.")]
    [InlineData(Address, "ftp://keys.example.com", "AdminConsole:Address must be an address that begins with https://.")]
    [InlineData(Address, "https://a:b@keys.example.com", "AdminConsole:Address must hold no credentials, query or fragment.")]
    [InlineData(Address, "http://keys.example.com", "AdminConsole:Address must begin with https://")]
    [InlineData(ManagementKey, "", "AdminConsole:ManagementKey is missing")]
    [InlineData(ManagementKey, "akc_mgmt_a b", "AdminConsole:ManagementKey holds a quote, a space")]
    [InlineData(ManagementKey, "\"akc_mgmt_ab\"", "AdminConsole:ManagementKey holds a quote, a space")]
    [InlineData(ManagementKey, "'akc_mgmt_ab'", "AdminConsole:ManagementKey holds a quote, a space")]
    [InlineData("Header", "X Api", "AdminConsole:Header must be the name of a request header")]
    [InlineData("Header", "Content-Type", "AdminConsole:Header must be the name of a request header")]
    [InlineData("Timeout", "00:00:00", "AdminConsole:Timeout must be from 00:00:00.0010000 to 00:01:00.")]
    [InlineData("AnswerFromCacheWhenDown", "-00:00:01", "AdminConsole:AnswerFromCacheWhenDown must be from 00:00:00 to 01:00:00.")]
    [InlineData("CacheSize", "0", "AdminConsole:CacheSize must be from 1 to 1000000.")]
    public async Task Says_what_to_change(string setting, string value, string expected)
    {
        using var host = Host(new() { [setting] = value.Length > 0 ? value : null });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith(expected, Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("akc_mgmt", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Address, "http://localhost:5080")]
    [InlineData(Address, "https://example.com/console/")]
    [InlineData("Header", "X-Api-Key")]
    [InlineData("AnswerFromCacheWhenDown", "00:00:00")]
    public void Takes_what_makes_sense(string setting, string value)
    {
        using var host = Host(new() { [setting] = value });

        Assert.NotNull(host.Services.GetRequiredService<IOptionsMonitor<AdminConsoleKeyOptions>>().Get(AdminConsoleKeyDefaults.Scheme));
    }

    [Fact]
    public void Finds_a_console_below_a_path()
    {
        using var host = Host(new() { [Address] = "https://example.com/console/" });

        Assert.Equal(
            "https://example.com/console/api/v1/keys/verify",
            host.Services.GetRequiredService<AdminConsoleKeyConnection>().Route("/keys/verify").ToString());
    }

    private static IHost Host(Dictionary<string, string?> settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        Dictionary<string, string?> all = new() { [Address] = "https://127.0.0.1:1", [ManagementKey] = "akc_mgmt_0123456789" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        builder.Configuration.AddInMemoryCollection(
            all.Select(setting => KeyValuePair.Create($"{AdminConsoleKeyDefaults.Section}:{setting.Key}", setting.Value)));
        builder.Services.AddAuthentication().AddAdminConsoleKeys();
        return builder.Build();
    }
}
