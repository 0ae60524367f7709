using System.Diagnostics.Metrics;
using System.Text;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Benchmarks.Verify;

/// <summary>Secrets that nobody was given: none is accepted, and what has a wrong checksum is not even looked for.</summary>
internal sealed class GuessBenchmark(Report report)
{
    public async Task RunAsync(KnownKeys keys, int guesses, CancellationToken cancellation)
    {
        await using var console = await CoreConsole.OpenAsync(keys.Directory, cancellation);
        await console.LoadKeysAsync(cancellation);
        var live = console.Get<CachedKeys>();
        var looked = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == CachedKeys.LookUpsCounter)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => looked += count);
        listener.Start();

        var accepted = Enumerable.Range(0, guesses).Count(_ => live.Find(KeySecret.Generate(SecretEnvironment.Live).Reveal()) is not null);
        var ofRandom = looked;
        accepted += Enumerable.Range(0, guesses).Count(
            number => live.Find(Mutated(Encoding.ASCII.GetString(keys.Secrets[number % keys.Secrets.Count]))) is not null);

        report.Add(new($"accepted of {guesses:N0} random and {guesses:N0} mutated secrets", $"{accepted}", "0", accepted, Limit.AtMost(0)));
        report.Add(new("look-ups for wrong checksums", $"{looked - ofRandom}", "0", looked - ofRandom, Limit.AtMost(0)));
        report.Note($"{ofRandom:N0} of the random ones had a right checksum and were looked for.");
    }

    /// <summary>One character behind the prefix is another.</summary>
    private static string Mutated(string secret)
    {
        var text = secret.ToCharArray();
        var at = Random.Shared.Next(secret.LastIndexOf('_') + 1, secret.Length);
        text[at] = text[at] == 'a' ? 'b' : 'a';
        return new(text);
    }
}
