using System.Diagnostics.Metrics;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Tests.Secrets;

namespace AdminConsole.Tests.Verification;

public sealed class GuessedSecretsTests : CoreTest
{
    private const int Guesses = 10_000;
    private const int PrefixLength = 4;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly Random _random = new(20260302);

    [Fact]
    public async Task A_random_secret_is_looked_up_and_not_found()
    {
        var (acme, _) = await CreateAsync();
        using var lookUps = new LookUps(Console.Get<IMeterFactory>());

        var answers = Enumerable.Range(0, Guesses).Select(_ => Decide(acme, KeySecret.Generate(SecretEnvironment.Live).Reveal())).Distinct().ToList();

        Assert.Equal([DecisionCode.NotFound], answers);
        Assert.Equal(Guesses, lookUps.Count);
    }

    [Fact]
    public async Task A_mistyped_secret_is_refused_and_never_looked_up()
    {
        var (acme, keys) = await CreateAsync();
        var guesses = Enumerable.Range(0, Guesses).Select(_ => Mutated(keys)).ToList();
        using var lookUps = new LookUps(Console.Get<IMeterFactory>());

        var answers = guesses.Select(guess => Decide(acme, guess)).Distinct().ToList();

        Assert.Equal([DecisionCode.NotFound], answers);
        Assert.DoesNotContain(guesses, ReferenceChecksum.IsRight);
        Assert.Equal(0, lookUps.Count);
    }

    [Fact]
    public async Task A_right_secret_is_looked_up_once()
    {
        var (acme, keys) = await CreateAsync();
        using var lookUps = new LookUps(Console.Get<IMeterFactory>());

        var answer = Decide(acme, keys[0]);

        Assert.Equal((DecisionCode.Valid, 1), (answer, lookUps.Count));
    }

    private async Task<(Id<Organization> Acme, IReadOnlyList<string> Secrets)> CreateAsync()
    {
        var acme = await Console.CreateOrganizationAsync();
        List<string> secrets = [];
        for (var number = 0; number < 10; number++)
        {
            secrets.Add((await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, A.Settings()), default)).Value.Secret.Reveal());
        }

        return (acme, secrets);
    }

    private DecisionCode Decide(Id<Organization> organization, string secret) =>
        Console.Get<VerificationService>().Verify(Actor.System, organization, new(secret)).Value.Decision.Code;

    /// <summary>A key's secret as somebody mistypes, cuts, or patches it together; still one of ours by its first characters.</summary>
    private string Mutated(IReadOnlyList<string> secrets)
    {
        while (true)
        {
            var secret = Any(secrets);
            var place = _random.Next(PrefixLength, secret.Length - 1);
            var mutated = _random.Next(6) switch
            {
                0 => secret[..place] + Digits[_random.Next(Digits.Length)] + secret[(place + 1)..],
                1 => secret[..place] + secret[place + 1] + secret[place] + secret[(place + 2)..],
                2 => secret.Remove(place, 1),
                3 => secret.Insert(place, Digits[_random.Next(Digits.Length)].ToString()),
                4 => secret[..place] + Any(secrets)[place..],
                _ => secret[..place],
            };
            if (!secrets.Contains(mutated))
            {
                return mutated;
            }
        }
    }

    private string Any(IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];

    /// <summary>Counts the look-ups of one console; others run beside it.</summary>
    private sealed class LookUps : IDisposable
    {
        private readonly MeterListener _listener = new();

        public LookUps(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == CachedKeys.LookUpsCounter && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Count += (int)measurement);
            _listener.Start();
        }

        public int Count { get; private set; }

        public void Dispose() => _listener.Dispose();
    }
}
