namespace AdminConsole.Tests.Fuzzing;

internal static class HeaderChanges
{
    private static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Odd =
    [
        ("If-Match", ["", "*", "\"", "\"1\"", "1", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"-1\"", "\"\"", "\"ü\"", new('"', 500)]),
        ("Idempotency-Key", ["", "a", "\"a\"", "a, b", new('k', 255), new('k', 5000), "ü", "\ufffd", "\u202e", "\"\0\""]),
        ("Content-Type",
        [
            "", "text/plain", "application/json", "application/json; charset=utf-16", "application/json;charset=\"", "application/merge-patch+json",
            "application/json-patch+json", "application/xml",
            "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "x", "/", "application/json;;;",
            "application/JSON", "*/*",
        ]),
        ("Content-Encoding", ["", "gzip", "GZIP", "br", "deflate", "identity", "gzip, gzip", "x"]),
        ("Accept", ["text/html", "image/png;q=x", "*/*;q=0", "application/json", "\""]),
        ("Accept-Encoding", ["gzip", "br;q=x", "*"]),
        ("Accept-Language", ["de", "tlh;q=9", "*", "xx-YY-zz-" + new string('a', 100)]),
        ("Accept-Charset", ["utf-7"]),
        ("Expect", ["100-continue", "200-ok"]),
        ("Range", ["bytes=0-1", "bytes=9-1"]),
        ("If-None-Match", ["*", "\"1\""]),
        ("If-Modified-Since", ["yesterday", "Sat, 01 Jan 2050 00:00:00 GMT"]),
        ("Last-Event-ID", ["", "0", "1", "-1", "99999999999999999999", "x"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("X-Forwarded-For", ["' OR 1=1", "::1", "999.999.999.999", "unknown"]),
        ("X-Forwarded-Proto", ["gopher"]),
        ("X-Forwarded-Host", ["evil.example"]),
        ("Forwarded", ["for=\"[::]\";host=;proto=x"]),
        ("Origin", ["null", "https://evil.example", "x", ""]),
        ("Sec-Fetch-Site", ["cross-site", "none", "x"]),
        ("Cookie", ["AdminConsole=x", ".AspNetCore.Identity.Application=AAAA", "=", new('c', 3000), ".AspNetCore.Culture=c%3D%00"]),
        ("Upgrade", ["websocket", "h2c"]),
        ("Connection", ["close", "Upgrade", "keep-alive, x"]),
        ("traceparent", ["00-x", "00-00000000000000000000000000000000-0000000000000000-00"]),
        ("x-stack-access-type", ["client", "admin", ""]),
        ("x-stack-project-id", ["", "x"]),
        ("x-algolia-application-id", ["", "x"]),
        ("X-Long", [new('x', 8000), new('x', 40_000)]),
    ];

    private static readonly IReadOnlyList<string> Credentials =
    [
        "", "Bearer", "Bearer ", "Bearer  ", "Bearer x", "Basic YTpi", "Bearer akc_mgmt_" + new string('0', 49), "bearer ü", "Bearer \u202e",
        "Negotiate AAAA", "Bearer " + new string('x', 10_000), "Bearer a,Bearer b",
    ];

    public static void Change(Draft draft, Dice dice)
    {
        var (name, values) = dice.Pick(Odd);
        switch (dice.Below(8))
        {
            case 0:
                draft.Remove(dice.Pick(["Authorization", "Content-Type", "If-Match", "x-stack-secret-server-key", "x-algolia-api-key"]));
                break;
            case 1 when dice.Chance(0.3):
                draft.Set("Authorization", dice.Pick(Credentials));
                break;
            case 2 when draft.Headers.Count > 0:
                draft.Headers.Add(dice.Pick(draft.Headers));
                break;
            case 3:
                draft.Headers.Add((name, dice.Pick(values)));
                break;
            case 4 when dice.Chance(0.1):
                draft.Headers.AddRange(Enumerable.Range(0, 90).Select(number => ($"X-{number}", "x")));
                break;
            default:
                draft.Set(name, dice.Pick(values));
                break;
        }
    }
}
