using System.Net;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyBatchTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Least = """{"secret":"x"}""";
    private const string Pointer = "pointer";

    public static TheoryData<string, string> Malformed => new()
    {
        { "JSON object", "{}" },
        { "questions", """{"questions":[]}""" },
        { "Verifications", $$"""{"Verifications":[{{Least}}]}""" },
        { "verifications", """{"verifications":null}""" },
        { "verifications", $$"""{"verifications":{{Least}}}""" },
        { "verifications", $$"""{"verifications":[{{Least}}],"verifications":[{{Least}}]}""" },
        { "more", $$"""{"verifications":[{{Least}}],"more":1}""" },
        { "JSON object", $"[{Least}]" },
        { "JSON object", "" },
        { "JSON object", $$"""{"verifications":[{{Least}}""" },
        { "JSON object", $$"""{"verifications":[{{Least}}]}x""" },
        { "JSON object", $$"""{"verifications":[{{Least}}]} {}""" },
        { "$.verifications[1]", $$"""{"verifications":[{{Least}},null]}""" },
        { "$.verifications[1]", $$"""{"verifications":[{{Least}},"x"]}""" },
        { "$.verifications[1]", $$"""{"verifications":[{{Least}},{}]}""" },
        { "$.verifications[1].ip", $$"""{"verifications":[{{Least}},{"secret":"x","ip":"10.0.0.1"}]}""" },
        { "$.verifications[1].secret", $$"""{"verifications":[{{Least}},{"secret":"x","secret":"y"}]}""" },
        { "$.verifications[2].clientIp", $$"""{"verifications":[{{Least}},{{Least}},{"secret":"x","clientIp":1}]}""" },
    };

    [Fact]
    public async Task Answers_in_the_order_of_the_questions_as_each_would_be_answered_alone()
    {
        var key = await served.CreateAsync(A.Settings(scopes: ["vm:read"]) with { AllowedCidrs = ["10.0.0.0/8"] });
        var open = await served.CreateAsync(A.Settings(scopes: ["vm:edit"]) with { Claims = """{"plan":"pro"}""" });
        var disabled = await served.CreateAsync(A.Settings());
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(served.Acme), new(served.Acme, disabled.Id), CancellationToken.None);
        string[] questions =
        [
            Question(key, new { clientIp = "10.0.0.1", scopes = new[] { "vm:read" } }),
            Question(open),
            Least,
            Question(key, new { clientIp = "192.0.2.1" }),
            Question(disabled),
            Question(key, new { clientIp = "10.0.0.1", scopes = new[] { "vm:drop" } }),
            Question(open),
        ];

        var together = await AskAsync(questions);

        List<string> alone = [];
        foreach (var question in questions)
        {
            alone.Add(await (await served.VerifyAsync(question)).Content.ReadAsStringAsync());
        }

        Assert.Equal(alone, together.Select(answer => answer.GetRawText()));
        Assert.Equal(
            ["VALID", "VALID", "NOT_FOUND", "IP_NOT_ALLOWED", "DISABLED", "SCOPE_MISSING", "VALID"],
            together.Select(answer => answer.Code()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(VerificationService.MaxBatch)]
    public async Task Takes_as_many_questions_as_it_says(int count) =>
        Assert.Equal(count, (await AskAsync([.. Enumerable.Repeat(Least, count)])).Count);

    [Theory]
    [InlineData(0)]
    [InlineData(VerificationService.MaxBatch + 1)]
    public async Task Refuses_no_question_and_too_many(int count)
    {
        var refused = await served.VerifyBatchAsync(Body([.. Enumerable.Repeat(Least, count)]));

        var fault = Assert.Single((await refused.AssertProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray());
        Assert.Equal(("/verifications", "list.length"), (fault.GetProperty(Pointer).GetString(), fault.Code()));
    }

    [Fact]
    public async Task One_question_at_fault_refuses_all_and_is_pointed_at()
    {
        const string Bad = """{"secret":"x","clientIp":"10.0.0.1:80"}""";

        var refused = await served.VerifyBatchAsync(Body(Least, Least, Least, Bad, Least, Bad));

        var problem = await refused.AssertProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["/verifications/3/clientIp", "/verifications/5/clientIp"],
            problem.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty(Pointer).GetString()));
        Assert.False(problem.TryGetProperty("results", out _));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Says_where_a_body_cannot_be_read(string words, string body)
    {
        var problem = await (await served.VerifyBatchAsync(body)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("body.malformed", problem.Code());
        Assert.Contains(words, problem.Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Burns_an_hourly_limit_with_each_question_and_with_none_of_a_refused_batch()
    {
        var key = await served.CreateAsync(A.Settings() with { Limits = new(2, null, null) });
        var question = Question(key, new { clientIp = "10.0.0.1" });

        var refused = await served.VerifyBatchAsync(Body(question, question, """{"secret":"x","clientIp":""}"""));
        var answers = await AskAsync(question, question, question, Question(key, new { clientIp = "10.0.0.2" }));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["VALID", "VALID", "RATE_LIMITED", "VALID"], answers.Select(answer => answer.Code()));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Takes_POST_alone(string method)
    {
        using var client = served.Client((await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
        using var request = new HttpRequestMessage(new(method), ServedConsole.BatchPath);

        var refused = await client.SendAsync(request);

        Assert.Equal("route.method", (await refused.AssertProblemAsync(HttpStatusCode.MethodNotAllowed)).Code());
        Assert.Equal(["POST"], refused.Content.Headers.Allow);
    }

    [Fact]
    public async Task Asks_for_a_management_key_that_may_verify()
    {
        using var stranger = served.Client();
        using var reader = served.Client((await served.CreateManagementKeyAsync(ManagementScopes.ReadKeys)).Secret.Reveal());

        await (await PostAsync(stranger)).AssertProblemAsync(HttpStatusCode.Unauthorized);
        await (await PostAsync(reader)).AssertProblemAsync(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client)
    {
        using var content = ServedConsole.Json(System.Text.Encoding.UTF8.GetBytes(Body(Least)));
        return await client.PostAsync(ServedConsole.BatchPath, content);
    }

    private static string Body(params IEnumerable<string> questions) => $$"""{"verifications":[{{string.Join(',', questions)}}]}""";

    private static string Question(CreatedKey key, object? rest = null)
    {
        var members = JsonSerializer.SerializeToNode(rest ?? new { })!.AsObject();
        members["secret"] = key.Secret.Reveal();
        return members.ToJsonString();
    }

    private async Task<IReadOnlyList<JsonElement>> AskAsync(params IReadOnlyList<string> questions)
    {
        var response = await served.VerifyBatchAsync(Body(questions));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var answer = await response.ReadJsonAsync();
        Assert.Equal(["results"], answer.Members());
        return [.. answer.GetProperty("results").EnumerateArray()];
    }
}
