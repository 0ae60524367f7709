using System.Net;
using System.Text.Json;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

/// <summary>Asks <c>/keys/verify</c> about a key, and checks what holds for each answer.</summary>
internal static class KeyQuestions
{
    private static readonly string[] AnswerMembers = ["code", "valid", "rule", "policyVersion", "missingScopes", "key", "maxAgeSeconds"];
    private static readonly string[] KeyMembers = ["id", "name", "expiresAt", "owner", "claims", "scopes", "limits"];

    public static async Task<JsonElement> AskAsync(this ServedConsole served, CreatedKey key, object? rest = null)
    {
        var response = await served.VerifyAsync(Question(key.Secret.Reveal(), rest ?? new { }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await response.ReadJsonAsync();
    }

    public static string Question(string secret, object rest)
    {
        var members = JsonSerializer.SerializeToNode(rest)!.AsObject();
        members["secret"] = secret;
        return members.ToJsonString();
    }

    public static void AssertDecision(JsonElement answer, DecisionCode code)
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
}
