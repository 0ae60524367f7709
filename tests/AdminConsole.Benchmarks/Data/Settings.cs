using System.Globalization;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Core.Keys;

namespace AdminConsole.Benchmarks.Data;

/// <summary>The keys that are measured. All of them allow what <see cref="Request"/> asks for.</summary>
internal static class Settings
{
    private const int Many = 100;

    /// <summary>What a key in use has: a few scopes, networks and a tag.</summary>
    public static readonly KeySettings Usual = new()
    {
        Name = "checkout-worker-eu-west",
        Scopes = ["vm:read", "vm:write", "logs:read"],
        AllowedCidrs = ["10.0.0.0/8", "203.0.113.0/24"],
        BlockedCidrs = ["10.20.0.0/16"],
        Tags = ["production"],
    };

    public static readonly KeySettings WithoutRules = new() { Name = "without-rules", Scopes = ["vm:read"] };

    public static readonly KeySettings WithManyRules = new()
    {
        Name = "with-many-rules",
        Scopes = [.. Enumerable.Range(1, Many - 1).Select(Scope), "vm:read"],
        AllowedCidrs = [.. Enumerable.Range(1, Many - 1).Select(Network), "10.1.2.0/24"],
    };

    private static string Scope(int number) => string.Create(CultureInfo.InvariantCulture, $"service{number}:read");

    // Every second network, so that no two of them merge into one.
    private static string Network(int number) => string.Create(CultureInfo.InvariantCulture, $"172.16.{number * 2}.0/24");
}
