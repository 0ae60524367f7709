using System.Text;

namespace AdminConsole.Tests.Fixtures.Api;

internal static class ApiRequests
{
    /// <summary>Sends a request below <c>/api/v1</c>: a body as JSON, or as a merge patch where it is one.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, string method, string path, string? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(new(method), $"/api/v1{path}");
        request.Content = body is null
            ? null
            : new StringContent(body, Encoding.UTF8, method == "PATCH" ? "application/merge-patch+json" : "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch is null ? [] : [ifMatch]);
        return await client.SendAsync(request);
    }

    /// <summary>What a list holds, page by page, by the links that the answers give.</summary>
    public static async Task<IReadOnlyList<string?>> ReadPagesAsync(this HttpClient client, string path, string list, string member)
    {
        List<string?> read = [];
        for (var next = (string?)$"/api/v1{path}"; next is not null;)
        {
            var page = await client.GetAsync(next);
            read.AddRange((await page.ReadJsonAsync()).GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(member).GetString()));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        return read;
    }
}
