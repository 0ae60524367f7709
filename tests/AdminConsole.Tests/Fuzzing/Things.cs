using System.Text.Json;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>What the answers told of: ids, secrets, cursors and versions that later requests name. Each connection knows its own.</summary>
/// <param name="spared">Ids that no request shall name: the keys that the requests are made with, revoked, would end the run.</param>
internal sealed class Things(IReadOnlyList<string> spared)
{
    private const int Kept = 60;
    private const int LongestKept = 400;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "id", "key", "secret", "value", "nextCursor", "next_cursor", "externalId", "subject",
    };

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>
    /// A value of this member in an answer of this list of things; of any list where there is none, and made up where there is none at all.
    /// </summary>
    public string Pick(Dice dice, string member, string list = "")
    {
        var known = _values.GetValueOrDefault($"{list} {member}") ?? _values.GetValueOrDefault($" {member}");
        return known is null ? $"no_{member}" : dice.Pick(known);
    }

    /// <summary>The ETag that was last answered there.</summary>
    public string VersionOf(string path) => _versions.GetValueOrDefault(path, "\"1\"");

    public void Learn(Draft draft, Answer answer)
    {
        if (answer.Status is < 200 or >= 300)
        {
            return;
        }

        if (answer.Headers.TryGetValue("etag", out var version))
        {
            _versions[draft.Path] = version;
        }

        Learn(ListOf(draft.Pattern), "", answer.Json);
    }

    /// <summary>Where the things of a route are listed.</summary>
    public static string ListOf(string pattern) => pattern.Split("/{")[0];

    private void Learn(string list, string member, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var inner in element.EnumerateObject())
                {
                    Learn(list, inner.Name, inner.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Learn(list, member, entry);
                }

                break;
            case JsonValueKind.String when Names.Contains(member):
                Keep(list, member, element.GetString()!);
                break;
        }
    }

    private void Keep(string list, string member, string value)
    {
        var digits = value.Replace("-", "", StringComparison.Ordinal);
        if (value.Length is 0 or > LongestKept || spared.Any(id => digits.Contains(id, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        foreach (var name in new[] { $"{list} {member}", $" {member}" })
        {
            var values = _values.TryGetValue(name, out var known) ? known : _values[name] = [];
            values.Add(value);
            if (values.Count > Kept)
            {
                values.RemoveAt(0);
            }
        }
    }
}
