using System.Security.Cryptography;
using System.Text;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Api.Verify;
using BenchmarkDotNet.Attributes;

namespace AdminConsole.Benchmarks.Pieces;

/// <summary>BenchmarkDotNet wants its classes public and its methods on an instance.</summary>
#pragma warning disable CA1822
public class VerificationPieces
{
    private readonly SecretHasher _hasher = new(new(1, new() { [1] = RandomNumberGenerator.GetBytes(PepperRing.PepperLength) }));
    private readonly string _secret = KeySecret.Generate(SecretEnvironment.Live).Reveal();
    private readonly byte[] _body = Encoding.ASCII.GetBytes(
        $"{{\"secret\":\"{KeySecret.Generate(SecretEnvironment.Live).Reveal()}\","
        + $"\"scopes\":[\"{Request.Scope}\"],\"clientIp\":\"{Request.ClientIp}\"}}");

    private readonly KeyPolicy _few = PolicyOf(Settings.Usual);
    private readonly KeyPolicy _many = PolicyOf(Settings.WithManyRules);
    private readonly VerificationRequest _request = new()
    {
        Scopes = [Request.Scope],
        ClientIp = ClientAddress.TryParse(Request.ClientIp, out var address) ? address : null,
    };
    private VerificationAnswer _answer = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var stored = KeyOf(Settings.Usual);
        stored.WriteDocument();
        var key = VerifiableKey.Of(KeyRow.Of(stored), KeyReferences.None);
        _answer = new(PolicyEvaluator.Evaluate(_few, _request, TimeProvider.System.Now()), key, 30);
    }

    [Benchmark]
    public bool CheckSecret() => KeySecret.IsNative(_secret);

    [Benchmark]
    public bool ReadBody() => VerifyBody.ReadOne(new(_body)).Question is not null;

    [Benchmark]
    public SecretHash HashSecret() => _hasher.Hash(_secret);

    [Benchmark]
    public bool EvaluateFewRules() => PolicyEvaluator.Evaluate(_few, _request, TimeProvider.System.Now()).Allowed;

    [Benchmark]
    public bool EvaluateManyRules() => PolicyEvaluator.Evaluate(_many, _request, TimeProvider.System.Now()).Allowed;

    [Benchmark]
    public int WriteAnswer() => VerifyAnswers.Write(_answer).Length;

    private static KeyPolicy PolicyOf(KeySettings settings) => KeyOf(settings).ToPolicy(organizationSuspended: false);

    private static ApiKey KeyOf(KeySettings settings) =>
        ApiKey.Create(
            default,
            KeyKind.Service,
            settings,
            new(default, KeySecret.Generate(SecretEnvironment.Live), default),
            Actor.System,
            TimeProvider.System.Now());
}
#pragma warning restore CA1822
