using System.Net;
using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class VerifyAnswerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly string[] AnswerMembers = ["code", "valid", "rule", "policyVersion", "missingScopes", "key", "maxAgeSeconds"];
    private static readonly string[] KeyMembers = ["id", "name", "expiresAt", "owner", "claims", "scopes", "limits"];
    private static readonly KeySettings Reader = A.Settings(scopes: ["vm:read"]);

    /// <summary>A key, and a question about it that its policy answers so.</summary>
    public static TheoryData<DecisionCode, KeySettings, object> Policies => new()
    {
        { DecisionCode.Valid, Reader, new { } },
        { DecisionCode.Valid, Reader with { AllowedCidrs = ["10.0.0.0/8"] }, new { scopes = new[] { "vm:read" }, clientIp = "10.1.2.3" } },
        { DecisionCode.NotYetValid, Reader with { StartsAt = A.Monday.AddHours(1) }, new { } },
        { DecisionCode.IpBlocked, Reader with { BlockedCidrs = ["2001:db8::/32"] }, new { clientIp = "2001:db8::1" } },
        { DecisionCode.IpNotAllowed, Reader with { AllowedCidrs = ["10.0.0.0/8"] }, new { clientIp = "192.0.2.1" } },
        { DecisionCode.IpNotAllowed, Reader with { AllowedCidrs = ["10.0.0.0/8"] }, new { } },
        { DecisionCode.ReferrerNotAllowed, Reader with { Referrers = ["*.example.com"] }, new { referrer = "evil.example" } },
        { DecisionCode.ResourceNotAllowed, Reader with { Resources = ["docs_*"] }, new { resource = "pets_1" } },
        { DecisionCode.ScopeMissing, Reader, new { scopes = new[] { "vm:read", "vm:edit" } } },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Gives_the_decision_in_one_shape(DecisionCode code, KeySettings settings, object question)
    {
        var key = await served.CreateAsync(settings);

        var answer = await AskAsync(key, question);

        AssertDecision(answer, code);
        Assert.Equal(key.Id.ToString(), answer.GetProperty("key").GetProperty("id").GetString());
        Assert.Equal(1, answer.GetProperty("policyVersion").GetInt32());
    }

    [Fact]
    public async Task Knows_a_key_that_was_disabled_and_one_that_was_revoked()
    {
        var disabled = await served.CreateAsync(Reader);
        var revoked = await served.CreateAsync(Reader);
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(served.Acme), Target(disabled), CancellationToken.None);
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(Target(revoked), RevocationReason.Leaked), CancellationToken.None);

        AssertDecision(await AskAsync(disabled), DecisionCode.Disabled);
        AssertDecision(await AskAsync(revoked), DecisionCode.Revoked);
    }

    [Fact]
    public async Task Knows_a_key_that_expired()
    {
        var key = await served.CreateAsync(Reader with { ExpiresAt = served.App.Clock.Now.AddMinutes(1) });
        AssertDecision(await AskAsync(key), DecisionCode.Valid);

        served.App.Clock.Now += TimeSpan.FromMinutes(1);

        AssertDecision(await AskAsync(key), DecisionCode.Expired);
    }

    [Fact]
    public async Task Limits_a_key_to_its_projects()
    {
        var own = await served.Console.AddProjectAsync(served.Acme);
        var key = await served.CreateAsync(Reader with { ProjectIds = [own] });

        AssertDecision(await AskAsync(key, new { project = own.ToString() }), DecisionCode.Valid);
        AssertDecision(await AskAsync(key, new { project = Id<Project>.New(A.Monday).ToString() }), DecisionCode.ProjectNotAllowed);
    }

    [Fact]
    public async Task Limits_an_address_by_the_hour()
    {
        var key = await served.CreateAsync(Reader with { Limits = new(1, null, null) });

        var first = await AskAsync(key, new { clientIp = "10.0.0.1" });
        var second = await AskAsync(key, new { clientIp = "10.0.0.1" });

        AssertDecision(first, DecisionCode.Valid);
        AssertDecision(second, DecisionCode.RateLimited);
        Assert.Equal(0, first.GetProperty("maxAgeSeconds").GetInt32());
    }

    [Fact]
    public async Task Gives_all_that_a_caller_acts_on()
    {
        var owner = await served.Console.AddOwnerAsync(served.Acme);
        var settings = Reader with
        {
            OwnerId = owner,
            Claims = """{"plan":"pro"}""",
            Limits = new(null, 20, "a=b"),
            ExpiresAt = A.Monday.AddYears(1),
        };
        var created = await served.CreateAsync(settings);

        var answer = await AskAsync(created);

        var key = answer.GetProperty("key");
        Assert.Equal("ci-deploy", key.GetProperty("name").GetString());
        Assert.Equal(A.Monday.AddYears(1), key.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal($$"""{"id":"{{owner}}","kind":"team","externalId":"team_Deploy_team"}""", key.GetProperty("owner").GetRawText());
        Assert.Equal("""["vm:read"]""", key.GetProperty("scopes").GetRawText());
        Assert.Equal("""{"plan":"pro"}""", key.GetProperty("claims").GetRawText());
        Assert.Equal(
            """{"maxVerificationsPerIpPerHour":null,"maxHitsPerQuery":20,"queryParameters":"a=b"}""",
            key.GetProperty("limits").GetRawText());
        Assert.Equal(30, answer.GetProperty("maxAgeSeconds").GetInt32());
    }

    [Fact]
    public async Task Says_of_each_key_what_is_its_own_however_much_keys_have_in_common()
    {
        KeySettings[] settings =
        [
            Reader,
            Reader,
            Reader with { Name = "ci-build" },
            Reader with { Claims = """{"plan":"pro"}""" },
            Reader with { Scopes = ["vm:edit"] },
            Reader with { Limits = new(null, 20, null) },
            Reader with { ExpiresAt = A.Monday.AddYears(1) },
            Reader,
        ];
        List<CreatedKey> keys = [];
        foreach (var each in settings)
        {
            keys.Add(await served.CreateAsync(each));
        }

        // First they are written, then they are known.
        var first = await AnswersAsync(keys);
        var again = await AnswersAsync(keys);

        Assert.Equal(first, again);
        var answered = again.Select(answer => JsonElement.Parse(answer).GetProperty("key")).ToList();
        Assert.Equal(keys.Select(key => key.Id.ToString()), answered.Select(key => key.GetProperty("id").GetString()));
        Assert.Equal(settings.Select(each => each.Name), answered.Select(key => key.GetProperty("name").GetString()));
        Assert.Equal(settings.Select(each => each.Scopes.Single()), answered.Select(key => key.GetProperty("scopes")[0].GetString()));
        Assert.Equal(
            settings.Select(each => each.Limits.MaxHitsPerQuery is null),
            answered.Select(key => key.GetProperty("limits").GetProperty("maxHitsPerQuery").ValueKind is JsonValueKind.Null));
        Assert.Equal(settings.Select(each => each.Claims ?? "null"), answered.Select(key => key.GetProperty("claims").GetRawText()));
    }

    [Fact]
    public async Task Names_the_scopes_that_are_missing_and_no_others()
    {
        var key = await served.CreateAsync(Reader);

        var answer = await AskAsync(key, new { scopes = new[] { "vm:read", "vm:edit", "vm:drop" } });

        Assert.Equal("""["vm:edit","vm:drop"]""", answer.GetProperty("missingScopes").GetRawText());
        Assert.Contains("vm:edit", answer.GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_organization_is_like_one_that_does_not_exist()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        var theirs = await served.CreateAsync(Reader, organization: globex);
        var unknown = KeySecret.Generate(SecretEnvironment.Live).Reveal();

        var answers = new[] { theirs.Secret.Reveal(), unknown, "akc_live_broken", "no key at all", "" }
            .Select(async secret => await (await served.VerifyAsync(Question(secret, new { }))).Content.ReadAsStringAsync());
        var answer = JsonElement.Parse(Assert.Single((await Task.WhenAll(answers)).Distinct()));

        AssertDecision(answer, DecisionCode.NotFound);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (answer.GetProperty("key").ValueKind, answer.GetProperty("policyVersion").ValueKind));
    }

    [Fact]
    public async Task Is_not_kept_by_anything_in_between()
    {
        var key = await served.CreateAsync(Reader);

        var response = await served.VerifyAsync(Question(key.Secret.Reveal(), new { }));

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(key.Secret.Reveal(), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void AssertDecision(JsonElement answer, DecisionCode code)
    {
        Assert.Equal(code.ToWire(), answer.Code());
        Assert.Equal(AnswerMembers, answer.Members());
        Assert.Equal(code is DecisionCode.Valid, answer.GetProperty("valid").GetBoolean());
        Assert.NotEqual("", answer.GetProperty("rule").GetString());
        Assert.Equal(code is DecisionCode.ScopeMissing, answer.GetProperty("missingScopes").GetArrayLength() > 0);
        if (code is not DecisionCode.Valid)
        {
            Assert.Equal(0, answer.GetProperty("maxAgeSeconds").GetInt32());
        }

        if (code is not DecisionCode.NotFound)
        {
            Assert.Equal(KeyMembers, answer.GetProperty("key").Members());
        }
    }

    private static string Question(string secret, object rest)
    {
        var members = JsonSerializer.SerializeToNode(rest)!.AsObject();
        members["secret"] = secret;
        return members.ToJsonString();
    }

    private KeyTarget Target(CreatedKey key) => new(served.Acme, key.Id);

    private async Task<List<string>> AnswersAsync(IEnumerable<CreatedKey> keys)
    {
        List<string> answers = [];
        foreach (var key in keys)
        {
            answers.Add((await AskAsync(key)).GetRawText());
        }

        return answers;
    }

    private async Task<JsonElement> AskAsync(CreatedKey key, object? rest = null)
    {
        var response = await served.VerifyAsync(Question(key.Secret.Reveal(), rest ?? new { }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await response.ReadJsonAsync();
    }
}
