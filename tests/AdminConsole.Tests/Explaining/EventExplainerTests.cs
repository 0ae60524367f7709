using AdminConsole.Core.Access;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Explaining;

public sealed class EventExplainerTests : CoreTest
{
    private static readonly string[] Scopes = ["vm:read", "vm:edit", "vm:drop"];

    private readonly Random _random = new(20_26);
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Every_stored_event_of_a_history_of_edits_is_answered_again_as_it_was()
    {
        var created = await CreateAsync(A.Settings(scopes: "vm:read") with { Limits = new(3, null, null) });
        var target = new KeyTarget(_acme, created.Id);
        for (var round = 0; round < 40; round++)
        {
            await EditAsync(target);
            for (var call = 0; call < 5; call++)
            {
                Verify(created, $"10.0.0.{_random.Next(1, 4)}", Scopes[_random.Next(Scopes.Length)]);
            }
        }

        await Console.Get<EventLogWriter>().FlushAsync(default);
        var events = (await Console.Get<UsageEvents>().NewestAsync(Actor.System, target, null, UsageEvents.MaxLimit, default)).Value.Events;

        Assert.Equal(200, events.Count);
        Assert.True(events.Select(recorded => recorded.Event.Code).Distinct().Count() >= 4);
        foreach (var recorded in events)
        {
            var explained = (await ExplainAsync(A.Viewer(_acme), target, recorded)).Value;
            Assert.True(
                explained.Agrees,
                $"{recorded.Event.Code} at version {recorded.Event.PolicyVersion} is {explained.Explanation.Decision.Code} now");
        }
    }

    [Fact]
    public async Task Knows_what_a_secured_keys_restriction_refused_from_a_fault()
    {
        var created = (await Console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System, new(_acme, A.Settings(scopes: "vm:read")) { Format = SecretFormat.Algolia }, default)).Value;
        var target = new KeyTarget(_acme, created.Id);
        foreach (var query in new[] { "filters=a", "validUntil=1", "restrictSources=192.0.2.1", "restrictIndices=docs", "validUntil=soon" })
        {
            Verify(created.Secret.Reveal().Derive(query), "10.0.0.1", "vm:read");
        }

        Verify(created, "10.0.0.1", "vm:edit");
        await Console.Get<EventLogWriter>().FlushAsync(default);

        var events = (await Console.Get<UsageEvents>().NewestAsync(Actor.System, target, null, UsageEvents.MaxLimit, default)).Value.Events;
        var explained = await Task.WhenAll(events.Select(recorded => ExplainAsync(A.Viewer(_acme), target, recorded)));
        Assert.Equal(6, explained.Length);
        Assert.All(explained, one => Assert.True(one.Value.Agrees));
        Assert.Equal(4, explained.Count(one => one.Value.IsOfSecuredKey));
        Assert.All(explained, one => Assert.False((one.Value with { HasSecuredKeys = false }).IsOfSecuredKey));
    }

    [Fact]
    public async Task Tells_of_no_event_of_another_key_or_organization()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var created = await CreateAsync(A.Settings());
        var other = await Console.AddKeyAsync(_acme);
        Verify(created, "10.0.0.1", "vm:read");
        await Console.Get<EventLogWriter>().FlushAsync(default);
        var target = new KeyTarget(_acme, created.Id);
        var recorded = (await Console.Get<UsageEvents>().NewestAsync(Actor.System, target, null, 1, default)).Value.Events.Single();

        Assert.True((await ExplainAsync(A.Viewer(_acme), target, recorded)).Succeeded);
        Assert.Equal("event.not_found", await RefusalAsync(A.Viewer(_acme), other, recorded));
        Assert.Equal("event.not_found", await RefusalAsync(A.Viewer(globex), target with { OrganizationId = globex }, recorded));
        Assert.NotEqual("", await RefusalAsync(A.Viewer(globex), target, recorded));
    }

    private async Task<string> RefusalAsync(Actor actor, KeyTarget target, RecordedEvent recorded) =>
        (await ExplainAsync(actor, target, recorded)).Failures[0].Code;

    private Task<Result<ExplainedEvent>> ExplainAsync(Actor actor, KeyTarget target, RecordedEvent recorded) =>
        Console.Get<EventExplainer>().ExplainAsync(actor, target, recorded.Id.ToString(), default);

    private async Task EditAsync(KeyTarget target)
    {
        Clock.Now = Clock.Now.AddMinutes(1);
        var version = (await Console.DetailsAsync(target)).Version;
        KeyPatch patch = _random.Next(3) switch
        {
            0 => new() { Scopes = Some(Scopes) },
            1 => new() { AllowedCidrs = Some(["10.0.0.1/32", "10.0.0.2/32", "192.0.2.0/24"]) },
            _ => new() { BlockedCidrs = Some(["10.0.0.2/32", "10.0.0.3/32"]) },
        };
        Assert.True((await Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(target, version, patch), default)).Succeeded);
    }

    private List<string> Some(string[] from) => [from[0], .. from.Skip(1).Where(_ => _random.Next(2) == 0)];

    private void Verify(CreatedKey key, string address, string scope) => Verify(key.Secret.Reveal(), address, scope);

    private void Verify(string secret, string address, string scope) =>
        Console.Get<VerificationService>().Verify(Actor.System, _acme, new(secret) { ClientIp = address, Scopes = [scope] });

    private async Task<CreatedKey> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(_acme, settings), default)).Value;
}
