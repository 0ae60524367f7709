namespace AdminConsole.Tests.Fuzzing;

/// <summary>
/// What a request to a route looks like that makes sense. <c>@owner</c> and the like stand for what earlier answers told of. A route without an
/// example is sent the examples of others.
/// </summary>
internal static class Examples
{
    private const string Key = """
        "description":"@text","ownerId":"@owner","projectIds":["@project"],"scopes":["deploy:write"],"allowedCidrs":["10.0.0.0/8","2001:db8::/32"],
        "blockedCidrs":["10.1.0.0/16"],"resources":["logs-*"],"referrers":["*.example.com"],"maxVerificationsPerIpPerHour":1000,"maxHitsPerQuery":10,
        "queryParameters":"typo=1","claims":{"plan":{"name":"pro","seats":[1,2.5,null,true]}},"tags":["blue"],
        "startsAt":"2026-03-01T00:00:00Z","expiresAt":null
        """;

    private const string NirvanaKey = """
        {"name":"@text","permissions":[{"permission":"read","resource_type":"vm"}],"expires_at":"2027-01-01T00:00:00Z","starts_at":null,
        "project_ids":["@project"],"source_ip_rule":{"allowed":["10.0.0.0/8"],"blocked":null},"tags":["blue"]}
        """;

    private const string StackKey = """{"description":"@text","expires_at_millis":null,"is_public":false,"user_id":"@user"}""";
    private const string AlgoliaKey = """
        {"acl":["search"],"description":"@text","indexes":["logs*"],"maxHitsPerQuery":10,"maxQueriesPerIPPerHour":100,"queryParameters":"typo=1",
        "referers":["*.a.example"],"validity":0}
        """;

    private const string Question = """
        {"secret":"@secret","scopes":["deploy:write"],"clientIp":"10.0.0.1","project":"@project",
        "resource":"logs-1","referrer":"a.example.com"}
        """;

    private const string Email = ",\"primary_email\":\"a@example.com\"";
    private const string SecuredQuestion =
        """{"secret":"@secured","scopes":["search"],"clientIp":"10.0.0.1","resource":"logs-1","referrer":"shop.a.example"}""";

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/keys"] = $$"""{"name":"@text","kind":"service","environment":"test",{{Key}}}""",
        ["PATCH /api/v1/keys/{id}"] = $$"""{"name":"@text",{{Key}}}""",
        ["POST /api/v1/keys/{id}/revoke"] = """{"reason":"other","comment":"@text"}""",
        ["POST /api/v1/keys/{id}/rotate"] = """{"overlapSeconds":60,"expiresAt":null}""",
        ["POST /api/v1/keys/{id}/duplicate"] = """{"name":"@text","expiresAt":"2027-01-01T00:00:00Z"}""",
        ["POST /api/v1/keys/lookup"] = """{"text":"@secret"}""",
        ["POST /api/v1/keys/verify"] = Question,
        ["POST /api/v1/keys/verify/batch"] = $$"""{"verifications":[{{Question}},{{SecuredQuestion}},{"secret":"@secret"}]}""",
        ["POST /api/v1/projects"] = """{"name":"@text"}""",
        ["PATCH /api/v1/projects/{id}"] = """{"name":"@text"}""",
        ["POST /api/v1/owners"] = """{"kind":"user","externalId":"@text","name":"@text"}""",
        ["PATCH /api/v1/owners/{id}"] = """{"kind":"team","externalId":"@text","name":"@text"}""",

        // Each takes back what a changed one may have forbidden.
        ["PATCH /api/v1/organization"] =
            """{"name":"@text","expiryWarningDays":7,"maxKeyLifetimeDays":null,"requiresAllowedNetwork":false,"requiredTags":[]}""",
        ["PUT /api/v1/scopes"] = """{"scopes":[]}""",
        ["POST /clerk/api_keys"] = """
            {"name":"@text","subject":"user_1","type":"api_key","description":"@text","claims":{"a":1},"scopes":["a:b"],
            "seconds_until_expiration":3600,"created_by":"user_1"}
            """,
        ["PATCH /clerk/api_keys/{id}"] =
            """{"subject":"user_1","description":"@text","claims":{"a":1},"scopes":["a:b"],"seconds_until_expiration":3600.5}""",
        ["POST /clerk/api_keys/{id}/revoke"] = """{"revocation_reason":"@text"}""",
        ["POST /clerk/api_keys/verify"] = """{"secret":"@secret"}""",
        ["POST /nirvana/v1/api_keys"] = NirvanaKey,
        ["PATCH /nirvana/v1/api_keys/{id}"] =
            """{"name":"@text","permissions":[{"permission":"read","resource_type":"vm"}],"source_ip_rule":{"allowed":null},"tags":["blue"]}""",
        ["POST /stack/api/v1/user-api-keys"] = StackKey,
        ["POST /stack/api/v1/user-api-keys/check"] = """{"api_key":"@secret"}""",
        ["PATCH /stack/api/v1/user-api-keys/{id}"] = """{"description":"@text","revoked":true}""",
        ["POST /stack/api/v1/users"] = $$"""{"display_name":"@text"{{Email}}}""",
        ["POST /1/keys"] = AlgoliaKey,
        ["PUT /1/keys/{key}"] = AlgoliaKey,
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Queries = new(StringComparer.Ordinal)
    {
        ["/api/v1/keys"] =
        [
            "q=a", "status=active,revoked", "tag=blue", "scope=deploy:write", "owner=@owner", "project=@project", "sort=name", "sort=expires",
            "dir=asc", "cursor=@cursor", "limit=3",
        ],
        ["/api/v1/keys/{id}"] = ["dryRun=true"],
        ["/api/v1/keys/{id}/versions"] = ["limit=3"],
        ["/api/v1/keys/{id}/usage"] = ["from=2026-01-01", "until=2026-03-31"],
        ["/api/v1/audit"] =
        [
            "actor=@key", "action=key.created", "subject=@key", "from=2026-01-01T00:00:00Z", "until=2027-01-01T00:00:00Z", "cursor=@cursor",
            "limit=3",
        ],
        ["/api/v1/projects"] = ["cursor=@cursor", "limit=3"],
        ["/api/v1/owners"] = ["kind=user", "externalId=@externalId", "cursor=@cursor", "limit=3"],
        ["/clerk/api_keys"] = ["subject=user_1", "type=api_key", "include_invalid=true", "limit=3", "offset=2", "query=a"],
        ["/nirvana/v1/api_keys"] = ["cursor=@cursor", "limit=10", "name=a", "status=active", "tags=blue,red", "sort=name:desc"],
        ["/stack/api/v1/user-api-keys"] = ["user_id=@user"],
        ["/stack/api/v1/user-api-keys/{id}"] = ["user_id=@user"],
    };

    /// <summary>Routes that are answered ahead of routing.</summary>
    public static IEnumerable<string> RoutesWithBody => Bodies.Keys;

    public static string? BodyOf(string method, string pattern) =>
        Bodies.GetValueOrDefault($"{method} {Plain(pattern)}") is { } body ? ForTeam(pattern, body) : null;

    public static string AnyBody(Dice dice) => dice.Pick([.. Bodies.Values]);

    public static IEnumerable<string> QueriesOf(string pattern) =>
        Queries.GetValueOrDefault(Plain(pattern), []).Select(query => ForTeam(pattern, query));

    private static string ForTeam(string pattern, string example) => pattern.Contains("/team", StringComparison.Ordinal)
        ? example.Replace("user_id", "team_id", StringComparison.Ordinal)
            .Replace("@user", "@team", StringComparison.Ordinal).Replace(Email, "", StringComparison.Ordinal)
        : example;

    /// <summary>Some surfaces are at several addresses, and some have a route for teams beside that for users.</summary>
    private static string Plain(string pattern) => pattern
        .Replace("/clerk/v1/", "/clerk/", StringComparison.Ordinal)
        .Replace("/algolia/1/", "/1/", StringComparison.Ordinal)
        .Replace("/api/latest/", "/api/v1/", StringComparison.Ordinal)
        .Replace("/team", "/user", StringComparison.Ordinal);
}
