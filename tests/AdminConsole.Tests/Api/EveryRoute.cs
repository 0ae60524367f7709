using System.Text;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

/// <summary>A request for each route of the API. That none is missing is what <see cref="ApiCoverageTests"/> checks.</summary>
internal static class EveryRoute
{
    /// <summary>Answered ahead of the routes; their addresses ask for no credentials before they refuse another method.</summary>
    public static readonly IReadOnlyList<string> AheadOfRoutes = ["POST /api/v1/keys/verify", "POST /api/v1/keys/verify/batch"];

    /// <summary>One request for each route, about things that are another organization's, or nobody's.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Things, HttpRequestMessage>> Requests = WithOtherMethods(new()
    {
        ["GET /api/v1/keys"] = things => Request("GET", $"/keys?owner={things.Owner}"),
        ["POST /api/v1/keys"] = things => Request("POST", "/keys", $$"""{"name":"a","scopes":["b"],"ownerId":"{{things.Owner}}"}"""),
        ["GET /api/v1/keys/{id}"] = things => Request("GET", $"/keys/{things.Key}"),
        ["PATCH /api/v1/keys/{id}"] = things => Request("PATCH", $"/keys/{things.Key}", """{"name":"a"}""", "application/merge-patch+json"),
        ["GET /api/v1/keys/{id}/versions"] = things => Request("GET", $"/keys/{things.Key}/versions"),
        ["GET /api/v1/keys/{id}/usage"] = things => Request("GET", $"/keys/{things.Key}/usage"),
        ["POST /api/v1/keys/{id}/disable"] = things => Request("POST", $"/keys/{things.Key}/disable"),
        ["POST /api/v1/keys/{id}/enable"] = things => Request("POST", $"/keys/{things.Key}/enable"),
        ["POST /api/v1/keys/{id}/revoke"] = things => Request("POST", $"/keys/{things.Key}/revoke", """{"reason":"leaked"}"""),
        ["DELETE /api/v1/keys/{id}"] = things => Request("DELETE", $"/keys/{things.Key}"),
        ["POST /api/v1/keys/{id}/rotate"] = things => Request("POST", $"/keys/{things.Key}/rotate", "{}"),
        ["POST /api/v1/keys/{id}/duplicate"] = things => Request("POST", $"/keys/{things.Key}/duplicate", "{}"),
        ["GET /api/v1/keys/changes"] = _ => Request("GET", "/keys/changes"),
        ["POST /api/v1/keys/lookup"] = things => Request("POST", "/keys/lookup", $$"""{"text":"{{things.Secret}}"}"""),
        ["GET /api/v1/audit"] = things => Request("GET", $"/audit?subject={things.Key}"),
        ["GET /api/v1/projects"] = _ => Request("GET", "/projects"),
        ["POST /api/v1/projects"] = _ => Request("POST", "/projects", """{"name":""}"""),
        ["GET /api/v1/projects/{id}"] = things => Request("GET", $"/projects/{things.Project}"),
        ["PATCH /api/v1/projects/{id}"] = things => Request(
            "PATCH", $"/projects/{things.Project}", """{"name":"a"}""", "application/merge-patch+json"),
        ["DELETE /api/v1/projects/{id}"] = things => Request("DELETE", $"/projects/{things.Project}"),
        ["GET /api/v1/owners"] = things => Request("GET", $"/owners?externalId={things.ExternalId}"),
        ["POST /api/v1/owners"] = _ => Request("POST", "/owners", """{"name":""}"""),
        ["GET /api/v1/owners/{id}"] = things => Request("GET", $"/owners/{things.Owner}"),
        ["PATCH /api/v1/owners/{id}"] = things => Request("PATCH", $"/owners/{things.Owner}", """{"name":"a"}""", "application/merge-patch+json"),
        ["DELETE /api/v1/owners/{id}"] = things => Request("DELETE", $"/owners/{things.Owner}"),
        ["GET /api/v1/organization"] = _ => Request("GET", "/organization"),
        ["PATCH /api/v1/organization"] = _ => Request("PATCH", "/organization", """{"expiryWarningDays":-1}""", "application/merge-patch+json"),
        ["GET /api/v1/scopes"] = _ => Request("GET", "/scopes"),
        ["PUT /api/v1/scopes"] = _ => Request("PUT", "/scopes", """{"scopes":[{"scope":""}]}"""),
        ["POST /api/v1/keys/verify"] = things => Request("POST", "/keys/verify", $$"""{"secret":"{{things.Secret}}"}"""),
        ["POST /api/v1/keys/verify/batch"] = things => Request(
            "POST", "/keys/verify/batch", $$"""{"verifications":[{"secret":"{{things.Secret}}"}]}"""),
    });

    /// <summary>With a request to each address by a method that it does not take.</summary>
    private static Dictionary<string, Func<Things, HttpRequestMessage>> WithOtherMethods(
        Dictionary<string, Func<Things, HttpRequestMessage>> requests)
    {
        var paths = requests.Where(entry => !AheadOfRoutes.Contains(entry.Key))
            .GroupBy(entry => entry.Key.Split(' ')[1], entry => entry.Value).ToList();
        foreach (var ofPath in paths)
        {
            requests.Add($"other {ofPath.Key}", things => ByOtherMethod(ofPath.First()(things)));
        }

        return requests;
    }

    private static HttpRequestMessage ByOtherMethod(HttpRequestMessage request)
    {
        request.Method = new("LINK");
        return request;
    }

    private static HttpRequestMessage Request(string method, string path, string? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new(method), $"/api/v1{path}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return request;
    }
}

/// <summary>What a request can name.</summary>
internal sealed record Things(string Key, string Owner, string ExternalId, string Project, string Secret)
{
    public static Things OfNobody { get; } = new(
        Id<ApiKey>.New(A.Monday).ToString(),
        Id<Owner>.New(A.Monday).ToString(),
        "nobody",
        Id<Project>.New(A.Monday).ToString(),
        KeySecret.Generate(SecretEnvironment.Live).Reveal());
}
