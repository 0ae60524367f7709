using Microsoft.Extensions.Options;

namespace AdminConsole.Client;

/// <summary>A service that could not verify keys does not start, and says what to change.</summary>
internal sealed class AdminConsoleKeyOptionsCheck : IValidateOptions<AdminConsoleKeyOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, AdminConsoleKeyOptions options)
    {
        var faults = new[]
        {
            AddressFault(options),
            ManagementKeyFault(options.ManagementKey),
            HeaderFault(options.Header),
            RangeFault(nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(1), LongestTimeout),
            RangeFault(nameof(options.AnswerFromCacheWhenDown), options.AnswerFromCacheWhenDown, TimeSpan.Zero, LongestOutage),
            RangeFault(nameof(options.CacheSize), options.CacheSize, 1, 1_000_000),
        }.OfType<string>().ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static string? AddressFault(AdminConsoleKeyOptions options)
    {
        var setting = Setting(nameof(options.Address));
        return options.Address switch
        {
            null => $"{setting} is missing: give the console's address, such as https://keys.example.com.",
            { IsAbsoluteUri: false } or { Scheme: not ("https" or "http") } => $"{setting} must be an address that begins with https://.",
            { UserInfo.Length: > 0 }
                or { Query.Length: > 0 }
                or { Fragment.Length: > 0 } => $"{setting} must hold no credentials, query or fragment.",
            { Scheme: "http", IsLoopback: false } when options.RequireHttps =>
                $"{setting} must begin with https://: secrets are sent there. To send them in the clear, "
                    + $"set {Setting(nameof(options.RequireHttps))} to false.",
            _ => null,
        };
    }

    // Never quotes the key: a start that fails is logged.
    private static string? ManagementKeyFault(string? key) => key switch
    {
        null or "" => $"{Setting(nameof(AdminConsoleKeyOptions.ManagementKey))} is missing: "
            + "give a management key of the console with the scope keys:verify.",
        _ when key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_') => null,
        _ => $"{Setting(nameof(AdminConsoleKeyOptions.ManagementKey))} holds a quote, a space or another character that no key has.",
    };

    private static string? HeaderFault(string header)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.TryAddWithoutValidation(header, "")
            ? null
            : $"{Setting(nameof(AdminConsoleKeyOptions.Header))} must be the name of a request header, such as Authorization or X-Api-Key.";
    }

    private static string? RangeFault<T>(string name, T value, T min, T max)
        where T : IComparable<T> => value.CompareTo(min) < 0 || value.CompareTo(max) > 0 ? $"{Setting(name)} must be from {min} to {max}." : null;

    private static string Setting(string name) => $"{AdminConsoleKeyDefaults.Section}:{name}";
}
