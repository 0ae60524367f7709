using System.Text;
using System.Text.Json;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>What came back.</summary>
/// <param name="Headers">By their names in small letters.</param>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Type => Headers.GetValueOrDefault("content-type", "");

    public bool Closes => string.Equals(Headers.GetValueOrDefault("connection"), "close", StringComparison.OrdinalIgnoreCase);

    /// <summary>A feed, which has no end.</summary>
    public bool IsFeed => Type.StartsWith("text/event-stream", StringComparison.Ordinal);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON; nothing when it is none.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonElement.Parse(Body);
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }
}
