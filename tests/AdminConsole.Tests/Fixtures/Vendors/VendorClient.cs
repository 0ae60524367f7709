using System.Net;
using System.Text;
using System.Text.Json;

namespace AdminConsole.Tests.Fixtures.Vendors;

/// <summary>What a vendor's client is answered.</summary>
internal sealed record VendorAnswer(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>What Stack's clients of either age are told the error is.</summary>
    public IReadOnlyList<string> KnownErrors { get; init; } = [];

    public JsonElement this[string member] => Body.GetProperty(member);

    public string? Text(string member) => this[member].GetString();

    public IReadOnlyList<string> Texts(string member) => [.. this[member].EnumerateArray().Select(item => item.GetString()!)];
}

/// <summary>
/// A program that speaks a vendor's format to its surface. It takes only answers whose type is JSON and nothing more, as Clerk's does.
/// </summary>
internal sealed class VendorClient(HttpClient client, string prefix) : IDisposable
{
    public Task<VendorAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<VendorAnswer> PostAsync(string path, string? body = null) => SendAsync("POST", path, body);

    public Task<VendorAnswer> PatchAsync(string path, string? body = null) => SendAsync("PATCH", path, body);

    public Task<VendorAnswer> PutAsync(string path, string? body = null) => SendAsync("PUT", path, body);

    public Task<VendorAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<VendorAnswer> SendAsync(string method, string path, string? body = null) =>
        SendAsync(new(new(method), prefix + path) { Content = body is null ? null : ServedConsole.Json(Encoding.UTF8.GetBytes(body)) });

    public Task<VendorAnswer> PostAsync(string path, HttpContent content) => SendAsync(new(HttpMethod.Post, prefix + path) { Content = content });

    public void Dispose() => client.Dispose();

    private async Task<VendorAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var answer = await client.SendAsync(request);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            if (answer.StatusCode is HttpStatusCode.NoContent)
            {
                return new(answer.StatusCode, default);
            }

            Assert.Equal(["application/json"], answer.Content.Headers.GetValues("Content-Type"));
            return new(answer.StatusCode, await answer.ReadJsonAsync())
            {
                KnownErrors =
                [
                    .. answer.Headers.Where(header => header.Key.EndsWith("-known-error", StringComparison.Ordinal))
                        .SelectMany(header => header.Value),
                ],
            };
        }
    }
}
