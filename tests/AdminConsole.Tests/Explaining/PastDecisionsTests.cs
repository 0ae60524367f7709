using AdminConsole.Core.Access;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Explaining;

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
        _acme = await Console.CreateOrganizationAsync();
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
    public async Task A_suspension_that_stands_is_known_from_its_first_instant_on()
    {
        var key = await Console.AddKeyAsync(_acme);
        await Console.ChangeAsync(db => db.Organizations.Single().SuspendedAt = Clock.Now);

        var before = await DecideAsync(new(key, 1, new(), Clock.Now.AddMilliseconds(-1)));
        var since = await DecideAsync(new(key, 1, new(), Clock.Now));

        Assert.Equal((DecisionCode.Valid, DecisionCode.OrganizationSuspended), (before.Code, since.Code));
    }

    [Fact]
    public async Task Knows_no_version_that_never_was_and_no_key_of_another_organization()
    {
        var key = await Console.AddKeyAsync(_acme);
        var globex = await Console.CreateOrganizationAsync("globex");
        var decisions = Console.Get<PastDecisions>();

        var unknown = await decisions.PolicyAsync(A.Viewer(_acme), key, version: 2, Clock.Now, default);
        var foreign = await decisions.PolicyAsync(A.Admin(globex), new(globex, key.KeyId), version: 1, Clock.Now, default);
        var stranger = await decisions.PolicyAsync(A.Admin(globex), key, version: 1, Clock.Now, default);
        var support = await decisions.PolicyAsync(A.Support(), key, version: 1, Clock.Now, default);

        Assert.Equal(["key.version_not_found"], unknown.Failures.Select(failure => failure.Code));
        Assert.Equal([KeyFailures.NotFound], foreign.Failures);
        Assert.Equal([KeyFailures.OrganizationNotFound], stranger.Failures);
        Assert.Equal([KeyFailures.MayNotRead], support.Failures);
    }

    /// <summary>A key from its making to its revocation and beyond: after each change it is verified a few times.</summary>
    private async Task LiveAsync()
    {
        var settings = A.Settings($"life-{Clock.Now.Ticks}", "vm:read") with
        {
            StartsAt = Clock.Now.AddMinutes(3),
            ExpiresAt = Clock.Now.AddMinutes(60),
        };
        var key = (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, settings), default)).Value;
        var target = new KeyTarget(_acme, key.Id);
        for (var step = 0; step < 15; step++)
        {
            VerifySome(key);
            await ChangeAsync(target);
            Clock.Now = Clock.Now.AddMinutes(_random.Next(8));
        }

        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(target, RevocationReason.Unused), default);
        VerifySome(key);
    }

    private void VerifySome(CreatedKey key)
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
        var (admin, power) = (A.Admin(_acme), Console.Get<SwitchKeyHandler>());
        var changed = _random.Next(4) switch
        {
            0 => await power.DisableAsync(admin, key, default),
            1 => await power.EnableAsync(admin, key, default),
            _ => await Console.Get<EditKeyHandler>().EditAsync(admin, new(key, (await Console.DetailsAsync(key)).Version, DrawPatch()), default),
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
            // How much of the hour's limit was used up is not kept: what else passes may have been beyond it.
            var decided = await DecideAsync(happened.Past);
            if (decided.Code != happened.Code && (decided.Code, happened.Code) is not (DecisionCode.Valid, DecisionCode.RateLimited))
            {
                unexplained.Add(happened);
            }
        }

        return unexplained;
    }

    private async Task<Decision> DecideAsync(PastRequest past)
    {
        var policy = await Console.Get<PastDecisions>().PolicyAsync(A.Viewer(_acme), past.Target, past.Version, past.At, default);
        return PolicyEvaluator.Evaluate(policy.Value, past.Request with { VerificationsThisHour = 0 }, past.At);
    }

    private static VerificationRequest Request(string? address, params IReadOnlyList<string> scopes) =>
        new() { ClientIp = ClientAddress.TryParse(address, out var read) ? read : null, Scopes = scopes };

    private sealed record PastRequest(KeyTarget Target, int Version, VerificationRequest Request, DateTimeOffset At);

    private sealed record PastEvent(PastRequest Past, DecisionCode Code);
}
