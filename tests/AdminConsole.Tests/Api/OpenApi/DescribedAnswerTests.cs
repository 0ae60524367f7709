using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.OpenApi;

/// <summary>What the console answers is what the OpenAPI document says that it answers.</summary>
public sealed class DescribedAnswerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    public static TheoryData<string> Routes =>
        [.. EveryRoute.Requests.Keys.Where(route => !route.StartsWith("other ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Takes_the_example_of_every_operation_and_answers_as_described(string route)
    {
        var document = await ApiDocument.ReadAsync(served);
        var organization = await served.Console.CreateOrganizationAsync($"o-{Guid.NewGuid():n}");
        using var client = await served.ClientOfAsync(organization, ManagementScopes.All);
        using var request = Example(document, route, await IdAsync(organization, route));

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.True(
            answer.IsSuccessStatusCode,
            $"{answer.StatusCode} {(answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync())}");
        await document.AssertDescribesAsync(route, answer);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Answers_as_described_about_things_that_there_are_not(string route) =>
        await AssertDescribedAsync(route, await served.ClientAsync(ManagementScopes.All));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Refuses_a_stranger_as_described(string route) => await AssertDescribedAsync(route, served.Client());

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Refuses_a_key_without_the_scope_as_described(string route)
    {
        var document = await ApiDocument.ReadAsync(served);
        var needed = document.Operations[route].GetProperty("description").GetString()!.Split('`')[^2];
        using var client = await served.ClientAsync([.. ManagementScopes.All.Except([needed])]);
        using var request = EveryRoute.Requests[route](Things.OfNobody);

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await document.AssertDescribesAsync(route, answer);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
    }

    private async Task AssertDescribedAsync(string route, HttpClient caller)
    {
        using var client = caller;
        var document = await ApiDocument.ReadAsync(served);
        using var request = EveryRoute.Requests[route](Things.OfNobody);

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await document.AssertDescribesAsync(route, answer);
    }

    private static HttpRequestMessage Example(ApiDocument document, string route, string id)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var request = new HttpRequestMessage(new(method), path.Replace("{id}", id, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        if (document.Operations[route].TryGetProperty("requestBody", out var body))
        {
            var media = body.GetProperty("content").EnumerateObject().Single();
            request.Content = new StringContent(media.Value.GetProperty("example").GetRawText(), Encoding.UTF8, media.Name);
        }

        return request;
    }

    /// <summary>The id of a thing of the organization, of the kind that the route is about and as it must be for it.</summary>
    private async Task<string> IdAsync(Id<Organization> organization, string route)
    {
        if (route.Contains("/projects/", StringComparison.Ordinal))
        {
            return (await served.Console.AddProjectAsync(organization)).ToString();
        }

        if (route.Contains("/owners/", StringComparison.Ordinal))
        {
            return (await served.Console.AddOwnerAsync(organization)).ToString();
        }

        var key = await served.Console.AddKeyAsync(organization);
        if (route.StartsWith("DELETE ", StringComparison.Ordinal))
        {
            await served.Console.Get<RevokeKeyHandler>().RevokeAsync(Actor.System, new(key, RevocationReason.Leaked), CancellationToken.None);
        }

        return key.KeyId.ToString();
    }
}
