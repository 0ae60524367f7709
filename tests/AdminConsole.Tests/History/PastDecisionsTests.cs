using AdminConsole.Core.Actors;
using AdminConsole.Core.History;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.History;

public sealed class PastDecisionsTests : CoreTest
{
    private static readonly string[] Addresses = ["10.0.0.1", "192.0.2.7"];
    private static readonly string[] Scopes = ["vm:read", "vm:edit"];

    private readonly Random _random = new(20_260_803);
    private readonly List<PastEvent> _events = [];
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.AddOrganizationAsync();
    }

    [Fact]
    public async Task Gives_the_code_that_was_given_for_every_event_of_a_random_history()
    {
        for (var life = 0; life < 6; life++)
        {
            await LiveAsync();
        }

        var unexplained = await UnexplainedAsync();

        Assert.Empty(unexplained);
        Assert.True(_events.Count > 200, $"Only {_events.Count} events happened.");
        Assert.Superset(
            new HashSet<DecisionCode>
            {
                DecisionCode.Valid, DecisionCode.Revoked, DecisionCode.Disabled, DecisionCode.NotYetValid, DecisionCode.Expired,
                DecisionCode.IpBlocked, DecisionCode.IpNotAllowed, DecisionCode.ScopeMissing, DecisionCode.RateLimited,
            },
            _events.Select(happened => happened.Code).ToHashSet());
    }

    [Fact]
    public async Task Says_where_only_the_unknown_count_of_the_hour_could_have_decided()
    {
        var key = await Console.AddKeyAsync(_acme, A.Settings() with { Limits = new(1, null, null) });

        var asked = await DecideAsync(new(key, 1, Request("10.0.0.1"), Clock.Now));
        var lacking = await DecideAsync(new(key, 1, Request("10.0.0.1", "vm:edit"), Clock.Now));

        Assert.Equal((DecisionCode.Valid, true), (asked.Decision.Code, asked.RateUnknown));
        Assert.True(asked.Explains(DecisionCode.Valid) && asked.Explains(DecisionCode.RateLimited));
        Assert.Equal((DecisionCode.ScopeMissing, false), (lacking.Decision.Code, lacking.RateUnknown));
        Assert.False(lacking.Explains(DecisionCode.RateLimited));
    }

    [Fact]
    public async Task A_suspension_that_stands_is_known_from_its_first_instant_on()
    {
        var key = await Console.AddKeyAsync(_acme);
        await Console.ChangeAsync(db => db.Organizations.Single().SuspendedAt = Clock.Now);

        var before = await DecideAsync(new(key, 1, new(), Clock.Now.AddMilliseconds(-1)));
        var since = await DecideAsync(new(key, 1, new(), Clock.Now));

        Assert.Equal((DecisionCode.Valid, DecisionCode.OrganizationSuspended), (before.Decision.Code, since.Decision.Code));
    }

    [Fact]
    public async Task Knows_no_version_that_never_was_and_no_key_of_another_organization()
    {
        var key = await Console.AddKeyAsync(_acme);
        var globex = await Console.AddOrganizationAsync("globex");
        var past = new PastRequest(key, 1, new(), Clock.Now);
        var decisions = Console.Get<PastDecisions>();

        var unknown = await decisions.DecideAsync(A.Viewer(_acme), past with { Version = 2 }, default);
        var foreign = await decisions.DecideAsync(A.Admin(globex), past with { Target = new(globex, key.KeyId) }, default);
        var stranger = await decisions.DecideAsync(A.Admin(globex), past, default);
        var support = await decisions.DecideAsync(A.Support(), past, default);

        Assert.Equal(["key.version_not_found"], unknown.Failures.Select(failure => failure.Code));
        Assert.Equal([KeyFailures.NotFound], foreign.Failures);
        Assert.Equal([KeyFailures.OrganizationNotFound], stranger.Failures);
        Assert.Equal([KeyFailures.MayNotRead], support.Failures);
    }

    /// <summary>A key from its making to its revocation and beyond: after each change it is verified a few times.</summary>
    private async Task LiveAsync()
    {
        var settings = A.Settings($"life-{Clock.Now.Ticks}", "vm:read") with { StartsAt = Clock.Now.AddMinutes(3), ExpiresAt = Clock.Now.AddMinutes(60) };
        var key = (await Console.Get<KeyIssuer>().IssueAsync(A.Admin(_acme), new(_acme, settings), default)).Value;
        var target = new KeyTarget(_acme, key.Id);
        for (var step = 0; step < 15; step++)
        {
            VerifySome(key);
            await ChangeAsync(target);
            Clock.Now = Clock.Now.AddMinutes(_random.Next(8));
        }

        await Console.Get<KeyRevoker>().RevokeAsync(A.Admin(_acme), new(target, RevocationReason.Unused), default);
        VerifySome(key);
    }

    private void VerifySome(IssuedKey key)
    {
        for (var call = 0; call < 5; call++)
        {
            var request = Request(_random.Next(6) == 0 ? null : Addresses[_random.Next(2)], [.. Scopes.Where(_ => _random.Next(3) == 0)]);
            var answer = Console.Get<VerificationService>().Verify(
                Actor.System, _acme, new(key.Secret.Reveal()) { ClientIp = request.ClientIp?.ToString(), Scopes = request.Scopes });
            var decision = answer.Value.Decision;
            _events.Add(new(new(new(_acme, key.Id), decision.PolicyVersion!.Value, request, Clock.Now), decision.Code));
        }
    }

    private async Task ChangeAsync(KeyTarget key)
    {
        var (admin, power) = (A.Admin(_acme), Console.Get<KeySwitch>());
        var changed = _random.Next(4) switch
        {
            0 => await power.DisableAsync(admin, key, default),
            1 => await power.EnableAsync(admin, key, default),
            _ => await Console.Get<KeyEditor>().EditAsync(admin, new(key, (await Console.DetailsAsync(key)).Version, DrawPatch()), default),
        };
        Assert.Empty(changed.Failures);
    }

    private KeyPatch DrawPatch() => _random.Next(5) switch
    {
        0 => new() { Scopes = new(_random.Next(2) == 0 ? Scopes : [Scopes[1]]) },
        1 => new() { AllowedCidrs = new(_random.Next(2) == 0 ? [] : ["10.0.0.0/8"]) },
        2 => new() { BlockedCidrs = new(_random.Next(2) == 0 ? [] : ["192.0.2.0/24"]) },
        3 => new() { MaxVerificationsPerIpPerHour = _random.Next(3) == 0 ? null : 1 },
        _ => new() { StartsAt = new(null), ExpiresAt = Clock.Now.AddMinutes(_random.Next(1, 30)) },
    };

    private async Task<List<PastEvent>> UnexplainedAsync()
    {
        List<PastEvent> unexplained = [];
        foreach (var happened in _events)
        {
            var decided = await DecideAsync(happened.Past);
            if (!decided.Explains(happened.Code))
            {
                unexplained.Add(happened);
            }
        }

        return unexplained;
    }

    private async Task<PastDecision> DecideAsync(PastRequest past) =>
        (await Console.Get<PastDecisions>().DecideAsync(A.Viewer(_acme), past, default)).Value;

    private static VerificationRequest Request(string? address, params IReadOnlyList<string> scopes) =>
        new() { ClientIp = ClientAddress.TryParse(address, out var read) ? read : null, Scopes = scopes };

    private sealed record PastEvent(PastRequest Past, DecisionCode Code);
}
