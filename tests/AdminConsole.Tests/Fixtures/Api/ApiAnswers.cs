using System.Net;
using System.Text.Json;

namespace AdminConsole.Tests.Fixtures.Api;

internal static class ApiAnswers
{
    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public static IReadOnlyList<string> Members(this JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    /// <summary>The answer is a problem (RFC 9457) with all that one must have; gives it.</summary>
    public static async Task<JsonElement> AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadJsonAsync();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.All(["code", "title", "requestId"], member => Assert.NotEqual("", problem.GetProperty(member).GetString()));
        return problem;
    }

    public static string Code(this JsonElement answer) => answer.GetProperty("code").GetString()!;

    /// <summary>The fields that a problem is about.</summary>
    public static IReadOnlyList<string> Pointers(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!)];

    public static string Title(this JsonElement problem) => problem.GetProperty("title").GetString()!;
}
