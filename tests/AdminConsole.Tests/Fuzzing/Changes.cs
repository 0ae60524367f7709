using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Makes something of a request that its sender should not have sent, or may have.</summary>
internal static class Changes
{
    private static readonly IReadOnlyList<string> Methods =
    [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "LINK", "PROPFIND", "get", "post", "Patch", "X", "M-SEARCH",
        "PRI", "QUERY",
        new('A', 200), "G\0T", "ü", "GET GET", "",
    ];

    private static readonly IReadOnlyList<string> Segments =
    [
        "", ".", "..", "%2e%2e", "%2F", "..%2f..%2f", "%5c", "%00", "%0d%0aX:%20y", "%FF", "%C0%AF", "%ED%A0%80", "%F0%9F%94%91", "%E2%80%AE", "%",
        "%zz", "%25%32%65", "*", "{id}",
        "null", "0", "-1", "key_", "key_00000000000000000000000000000000", "ak_00000000000000000000000000000000",
        "00000000-0000-0000-0000-000000000000", "verify", "changes",
        "'%20OR%201=1", "<script>", "ü", "a;b=c", "a:b", "$ref", new('9', 300), new('x', 3000), new('y', 20_000), "%41" + new string('/', 50),
    ];

    private static readonly IReadOnlyList<string> Parameters =
    [
        "unknown=1", "limit=-1", "limit=0", "limit=99999999999999999999", "limit=1e3", "limit=%D9%A3", "offset=2147483647", "offset=-1", "cursor=",
        "cursor=AAAA", "cursor=%00", "cursor=%FF%FE",
        "cursor=eyJ9", "cursor=%ED%A0%80", "dryRun=maybe", "dryRun=true", "sort=", "sort=name:up", "dir=sideways", "status=active,,active",
        "status=%00", "q=%25_%5C", "q=%00", "q=%EF%BF%BF", "q=\"", "q=*",
        "q=a%20OR%20b", "q=NEAR(", "name=%25", "name=%00", "tag=%ED%A0%80", "tags=,,,", "owner=own_", "project=%FF", "externalId=%00",
        "subject=user_%00", "subject=", "from=9999-12-31T23:59:59-14:00",
        "from=0001-01-01T00:00:00%2B14:00", "from=9999-12-31", "from=0001-01-01", "until=0001-01-01", "until=9999-12-31", "until=2026-02-30",
        "from=2026-03-01T24:00:00Z", "include_invalid=2", "=x", "", "&&", "%", "%zz=%", "a[]=1",
        "a=" + new string('x', 5000), string.Join('&', Enumerable.Range(0, 1500).Select(number => $"p{number}=1")), "%F0%9F%94%91=%F0%9F%94%91",
        "#fragment", "?x", "api-version=2", "x-algolia-api-key=a",
    ];

    /// <summary>Bodies most of all: they are what the surfaces read most of.</summary>
    public static IReadOnlyList<Action<Draft, Dice>> All { get; } =
    [
        JsonChanges.Change, JsonChanges.Change, JsonChanges.Change, JsonChanges.Change, JsonChanges.Change,
        ByteChanges.Change, ByteChanges.Change,
        ChangePath, ChangePath,
        AddParameter, AddParameter,
        HeaderChanges.Change, HeaderChanges.Change, HeaderChanges.Change,
        (draft, dice) => draft.Method = dice.Pick(Methods),
        TransferChanges.Change,
    ];

    private static void ChangePath(Draft draft, Dice dice)
    {
        var segments = draft.Path.Split('/').ToList();
        var at = 1 + dice.Below(segments.Count - 1);
        switch (dice.Below(6))
        {
            case 0:
                segments.Insert(at, dice.Pick(Segments));
                break;
            case 1 when segments.Count > 2:
                segments.RemoveAt(at);
                break;
            case 2:
                segments[at] = segments[at].ToUpperInvariant();
                break;
            case 3:
                segments[at] += dice.Pick(Segments);
                break;
            case 4:
                segments[at] = string.Concat(Encoding.UTF8.GetBytes(segments[at]).Select(value => $"%{value:X2}"));
                break;
            default:
                segments[^1] = dice.Pick(Segments);
                break;
        }

        draft.Path = string.Join('/', segments);
    }

    private static void AddParameter(Draft draft, Dice dice) => draft.Query += (draft.Query.Length == 0 ? "?" : "&") + dice.Pick(Parameters);
}
