using System.Globalization;
using System.Text.Json;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.OpenApi;

/// <summary>The OpenAPI document as it is served.</summary>
internal sealed class ApiDocument(JsonElement root)
{
    public const string Path = "/openapi/v1.json";

    public JsonElement Root { get; } = root;

    /// <summary>The operations by the names that tests give to routes: <c>GET /api/v1/keys</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Operations { get; } = root.GetProperty("paths").EnumerateObject()
        .SelectMany(
            path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
        .ToDictionary(operation => operation.Name, operation => operation.Value);

    public IReadOnlyDictionary<string, JsonElement> Schemas { get; } =
        root.GetProperty("components").GetProperty("schemas").EnumerateObject().ToDictionary(schema => schema.Name, schema => schema.Value);

    /// <summary>Asked for as a stranger would.</summary>
    public static async Task<ApiDocument> ReadAsync(ServedConsole served)
    {
        using var stranger = served.Client();
        var answer = await stranger.GetAsync(Path);
        Assert.Equal("application/json", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return new(await answer.ReadJsonAsync());
    }

    /// <summary>What the document says of an answer; fails when it says nothing of its status or its type.</summary>
    public async Task AssertDescribesAsync(string route, HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        Assert.True(
            Operations[route].GetProperty("responses").TryGetProperty(status, out var response),
            $"{route} is not described to answer {status}.");
        if (!response.TryGetProperty("content", out var content))
        {
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
            return;
        }

        Assert.True(
            content.TryGetProperty(answer.Content.Headers.ContentType?.MediaType ?? "", out var media),
            $"{route} is not described to answer {answer.Content.Headers.ContentType}.");
        if (answer.Content.Headers.ContentType!.MediaType!.EndsWith("json", StringComparison.Ordinal))
        {
            AssertDescribes(media, await answer.ReadJsonAsync());
        }
    }

    private void AssertDescribes(JsonElement media, JsonElement body)
    {
        Assert.Empty(new SchemaCheck(Schemas).Faults(media.GetProperty("schema"), body));
        if (media.TryGetProperty("examples", out var problems))
        {
            Assert.Contains(body.Code(), problems.Members());
        }
    }
}
