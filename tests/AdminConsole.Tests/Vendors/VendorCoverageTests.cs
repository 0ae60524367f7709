using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Secrets;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Authorization;

namespace AdminConsole.Tests.Vendors;

/// <summary>What holds for every route of every vendor's surface. A route that is added without a line here fails the first test.</summary>
public sealed class VendorCoverageTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    /// <summary>One request for each route, about things that are another organization's, or nobody's.</summary>
    private static readonly IReadOnlyDictionary<string, Func<Things, HttpRequestMessage>> Requests = new[]
    {
        Clerk("/clerk"),
        Clerk("/clerk/v1"),
        Fallback("/clerk"),
        Nirvana("/nirvana"),
        Fallback("/nirvana"),
        Algolia("/algolia/1"),
        Fallback("/algolia"),
        Algolia("/1"),
        Fallback("/1"),
        Stack("/stack/api/v1"),
        Stack("/stack/api/latest"),
        Fallback("/stack"),
    }.SelectMany(requests => requests).ToDictionary();

    public static TheoryData<string> Routes => [.. Requests.Keys];

    [Fact]
    public void Covers_every_route_of_every_vendor()
    {
        var routes = served.App.Routes().Where(endpoint => endpoint.Metadata.GetMetadata<ProblemFormat>() is not null).ToList();

        Assert.All(routes, route => Assert.Null(route.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.Equal(Requests.Keys.Order(), routes.SelectMany(route => route.Names()).Order());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Lets_nobody_in_without_credentials(string route)
    {
        // Refusals are counted by address, and all of these come from one.
        await served.PassAsync(TimeSpan.FromMinutes(1));
        using var client = served.Client().ShownToAllVendors(served.Acme);
        using var request = Requests[route](Things.OfNobody);

        var answer = await client.SendAsync(request);

        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{answer.StatusCode}");
        Assert.Equal(["application/json"], answer.Content.Headers.GetValues("Content-Type"));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Asks_for_a_management_key_that_may_read(string route)
    {
        using var client = (await served.ClientAsync([.. ManagementScopes.All.Except([ManagementScopes.ReadKeys])])).ShownToAllVendors(served.Acme);
        using var request = Requests[route](Things.OfNobody);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Says_of_another_organizations_things_what_it_says_of_none(string route)
    {
        using var client = (await served.ClientAsync(ManagementScopes.All)).ShownToAllVendors(served.Acme);

        var foreign = await AnswerAsync(client, route, await ForeignThingsAsync());
        var none = await AnswerAsync(client, route, Things.OfNobody);

        Assert.Equal(none, foreign);
        Assert.True((int)none.Status < 500, none.Body);
    }

    private static Dictionary<string, Func<Things, HttpRequestMessage>> Clerk(string prefix) => WithOtherMethods(new()
    {
        [$"GET {prefix}/api_keys"] = things => Request("GET", $"{prefix}/api_keys?subject={things.Subject}&include_invalid=true"),

        // A subject is nobody's before it is used: what is refused is the name.
        [$"POST {prefix}/api_keys"] = things => Request("POST", $"{prefix}/api_keys", $$"""{"name":"a","subject":"{{things.Subject}}"}"""),
        [$"GET {prefix}/api_keys/{{id}}"] = things => Request("GET", $"{prefix}/api_keys/ak_{things.Key:n}"),
        [$"PATCH {prefix}/api_keys/{{id}}"] = things => Request("PATCH", $"{prefix}/api_keys/ak_{things.Key:n}", """{"description":"a"}"""),
        [$"DELETE {prefix}/api_keys/{{id}}"] = things => Request("DELETE", $"{prefix}/api_keys/ak_{things.Key:n}"),
        [$"POST {prefix}/api_keys/{{id}}/revoke"] = things => Request("POST", $"{prefix}/api_keys/ak_{things.Key:n}/revoke"),
        [$"GET {prefix}/api_keys/{{id}}/secret"] = things => Request("GET", $"{prefix}/api_keys/ak_{things.Key:n}/secret"),
        [$"POST {prefix}/api_keys/verify"] = things => Request("POST", $"{prefix}/api_keys/verify", $$"""{"secret":"{{things.Secret}}"}"""),
    });

    private static Dictionary<string, Func<Things, HttpRequestMessage>> Nirvana(string prefix) => WithOtherMethods(new()
    {
        [$"GET {prefix}/v1/api_keys"] = things => Request("GET", $"{prefix}/v1/api_keys?name={things.Subject}"),
        [$"POST {prefix}/v1/api_keys"] = things => Request("POST", $"{prefix}/v1/api_keys", $$"""
            {
              "name": "a", "permissions": [{ "permission": "read", "resource_type": "vm" }],
              "expires_at": "2027-01-01T00:00:00Z", "project_ids": ["{{things.Project}}"]
            }
            """),
        [$"GET {prefix}/v1/api_keys/{{id}}"] = things => Request("GET", $"{prefix}/v1/api_keys/{things.Key}"),
        [$"PATCH {prefix}/v1/api_keys/{{id}}"] = things => Request("PATCH", $"{prefix}/v1/api_keys/{things.Key}", """{"name":"a"}"""),
        [$"DELETE {prefix}/v1/api_keys/{{id}}"] = things => Request("DELETE", $"{prefix}/v1/api_keys/{things.Key}"),
    });

    // The key is named by its secret, and once by its id.
    private static Dictionary<string, Func<Things, HttpRequestMessage>> Algolia(string prefix) => WithOtherMethods(new()
    {
        [$"GET {prefix}/keys"] = _ => Request("GET", $"{prefix}/keys"),
        [$"POST {prefix}/keys"] = things => Request("POST", $"{prefix}/keys", $$"""{"acl":"{{things.Key:n}}"}"""),
        [$"GET {prefix}/keys/{{key}}"] = things => Request("GET", $"{prefix}/keys/{things.Secret}"),
        [$"PUT {prefix}/keys/{{key}}"] = things => Request("PUT", $"{prefix}/keys/ak_{things.Key:n}", """{"acl":["search"]}"""),
        [$"DELETE {prefix}/keys/{{key}}"] = things => Request("DELETE", $"{prefix}/keys/{things.Secret}"),
        [$"POST {prefix}/keys/{{key}}/restore"] = things => Request("POST", $"{prefix}/keys/{things.Secret}/restore"),
    });

    private static Dictionary<string, Func<Things, HttpRequestMessage>> Stack(string prefix) => WithOtherMethods(new[]
    {
        StackKeys($"{prefix}/user-api-keys", "user_id"),
        StackKeys($"{prefix}/team-api-keys", "team_id"),
        StackOwners($"{prefix}/users"),
        StackOwners($"{prefix}/teams"),
    }.SelectMany(requests => requests).ToDictionary());

    private static Dictionary<string, Func<Things, HttpRequestMessage>> StackKeys(string list, string owner) => new()
    {
        [$"GET {list}"] = things => Request("GET", $"{list}?{owner}={things.Subject}"),
        [$"POST {list}"] = things => Request("POST", list, $$"""{"description":"a","expires_at_millis":null,"{{owner}}":"{{things.Subject}}"}"""),
        [$"GET {list}/{{id}}"] = things => Request("GET", $"{list}/{things.Key}?{owner}={things.Subject}"),
        [$"PATCH {list}/{{id}}"] = things => Request("PATCH", $"{list}/{things.Key}?{owner}={things.Subject}", """{"revoked":true}"""),
        [$"POST {list}/check"] = things => Request("POST", $"{list}/check", $$"""{"api_key":"{{things.Secret}}"}"""),
    };

    // What is added is new; a wrong body is refused alike.
    private static Dictionary<string, Func<Things, HttpRequestMessage>> StackOwners(string list) => new()
    {
        [$"GET {list}"] = things => Request("GET", $"{list}?limit=0&cursor={things.Subject}"),
        [$"POST {list}"] = _ => Request("POST", list, "[]"),
        [$"GET {list}/{{id}}"] = things => Request("GET", $"{list}/{things.Subject}"),
    };

    private static Dictionary<string, Func<Things, HttpRequestMessage>> Fallback(string prefix) =>
        new() { [$"other {prefix}/{{**path}}"] = things => Request("GET", $"{prefix}/nothing/{things.Key}") };

    /// <summary>With a request to each address by a method that it does not take.</summary>
    private static Dictionary<string, Func<Things, HttpRequestMessage>> WithOtherMethods(
        Dictionary<string, Func<Things, HttpRequestMessage>> requests)
    {
        foreach (var ofPath in requests.GroupBy(entry => entry.Key.Split(' ')[1], entry => entry.Value).ToList())
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

    private static HttpRequestMessage Request(string method, string path, string? body = null) =>
        new(new(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/plain") };

    /// <summary>The answer without what the request itself named.</summary>
    private static async Task<WholeAnswer> AnswerAsync(HttpClient client, string route, Things things)
    {
        var answer = await WholeAnswer.ToAsync(client, Requests[route](things));
        return answer with
        {
            Body = answer.Body.Replace($"{things.Project:n}", "", StringComparison.Ordinal).Replace(things.Subject, "", StringComparison.Ordinal),
        };
    }

    private async Task<Things> ForeignThingsAsync()
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var subject = $"user_{Guid.NewGuid():n}";
        var project = await served.Console.AddProjectAsync(globex);
        var command = new CreateKey(globex, A.Settings(subject)) { Owner = new(OwnerKind.User, subject), Format = SecretFormat.Clerk };
        var key = (await served.Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, command, CancellationToken.None)).Value;
        return new(key.Id.Value, subject, project.Value, key.Secret.Reveal());
    }

    /// <summary>What a request can name.</summary>
    private sealed record Things(Guid Key, string Subject, Guid Project, string Secret)
    {
        public static Things OfNobody { get; } = new(
            Guid.CreateVersion7(), "user_nobody", Guid.CreateVersion7(), SecretFormat.Clerk.Generate(Guid.Empty).Reveal());
    }
}
