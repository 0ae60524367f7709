using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Api.KeyQuestions;

namespace AdminConsole.Tests.Api;

public sealed class VerifyAnswerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly KeySettings Reader = A.Settings(scopes: ["vm:read"]);

    [Fact]
    public async Task Knows_a_key_that_was_disabled_and_one_that_was_revoked()
    {
        var disabled = await served.CreateAsync(Reader);
        var revoked = await served.CreateAsync(Reader);
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(served.Acme), Target(disabled), CancellationToken.None);
        await served.Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(served.Acme), new(Target(revoked), RevocationReason.Leaked), CancellationToken.None);

        AssertDecision(await served.AskAsync(disabled), DecisionCode.Disabled);
        AssertDecision(await served.AskAsync(revoked), DecisionCode.Revoked);
    }

    [Fact]
    public async Task Knows_a_key_that_expired()
    {
        var key = await served.CreateAsync(Reader with { ExpiresAt = served.App.Clock.Now.AddMinutes(1) });
        AssertDecision(await served.AskAsync(key), DecisionCode.Valid);

        served.App.Clock.Now += TimeSpan.FromMinutes(1);

        AssertDecision(await served.AskAsync(key), DecisionCode.Expired);
    }

    [Fact]
    public async Task Limits_a_key_to_its_projects()
    {
        var own = await served.Console.AddProjectAsync(served.Acme);
        var key = await served.CreateAsync(Reader with { ProjectIds = [own] });

        AssertDecision(await served.AskAsync(key, new { project = own.ToString() }), DecisionCode.Valid);
        AssertDecision(await served.AskAsync(key, new { project = Id<Project>.New(A.Monday).ToString() }), DecisionCode.ProjectNotAllowed);
    }

    [Fact]
    public async Task Limits_an_address_by_the_hour()
    {
        var key = await served.CreateAsync(Reader with { Limits = new(1, null, null) });

        var first = await served.AskAsync(key, new { clientIp = "10.0.0.1" });
        var second = await served.AskAsync(key, new { clientIp = "10.0.0.1" });

        AssertDecision(first, DecisionCode.Valid);
        AssertDecision(second, DecisionCode.RateLimited);
        Assert.Equal(0, first.GetProperty("maxAgeSeconds").GetInt32());
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

    private KeyTarget Target(CreatedKey key) => new(served.Acme, key.Id);
}
