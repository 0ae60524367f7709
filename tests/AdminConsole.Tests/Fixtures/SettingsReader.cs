using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

internal static class SettingsReader
{
    /// <summary>What the console makes of one setting, or of none when it is null.</summary>
    public static T Read<T>(string key, string? setting, Action<IServiceCollection> add)
        where T : notnull
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = setting })
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        add(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<T>();
    }
}
