using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Client;

/// <summary>What is asked of the console: may this secret do this, from here, now?</summary>
/// <param name="Secret">As the client presented it; never logged.</param>
public sealed record AdminConsoleKeyQuestion(string Secret)
{
    private static readonly JsonSerializerOptions Json = new(
        JsonSerializerDefaults.Web)
    { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The address of whoever presented the secret: not the service's own, nor a proxy's.</summary>
    public string? ClientIp { get; init; }

    /// <summary>The id of the project that it is about.</summary>
    public string? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    // A record would print its secret.
    public override string ToString() => nameof(AdminConsoleKeyQuestion);

    /// <summary>The question as it is sent. Two that differ in anything differ here.</summary>
    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
