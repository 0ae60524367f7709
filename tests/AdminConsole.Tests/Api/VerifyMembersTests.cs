using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Api.KeyQuestions;

namespace AdminConsole.Tests.Api;

public sealed class VerifyMembersTests(ServedConsole served) : IClassFixture<ServedConsole>
{
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

        var answer = await served.AskAsync(key, question);

        AssertDecision(answer, code);
        Assert.Equal(key.Id.ToString(), answer.GetProperty("key").GetProperty("id").GetString());
        Assert.Equal(1, answer.GetProperty("policyVersion").GetInt32());
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

        var answer = await served.AskAsync(created);

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

        var answer = await served.AskAsync(key, new { scopes = new[] { "vm:read", "vm:edit", "vm:drop" } });

        Assert.Equal("""["vm:edit","vm:drop"]""", answer.GetProperty("missingScopes").GetRawText());
        Assert.Contains("vm:edit", answer.GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> AnswersAsync(IEnumerable<CreatedKey> keys)
    {
        List<string> answers = [];
        foreach (var key in keys)
        {
            answers.Add((await served.AskAsync(key)).GetRawText());
        }

        return answers;
    }
}
