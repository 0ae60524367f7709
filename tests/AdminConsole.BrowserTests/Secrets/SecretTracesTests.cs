using AdminConsole.Core.Secrets;

namespace AdminConsole.BrowserTests.Secrets;

public sealed class SecretTracesTests
{
    private readonly string _secret = KeySecret.Generate(SecretEnvironment.Live).Reveal();

    [Fact]
    public void Finds_a_secret_and_each_piece_of_twelve_characters()
    {
        var traces = new SecretTraces(_secret);
        var random = _secret["akc_live_".Length..^6];

        Assert.True(traces.AreIn($"... {_secret} ..."));
        Assert.All(Enumerable.Range(0, random.Length - 11), start => Assert.True(traces.AreIn($"x{random.Substring(start, 12)}")));
    }

    [Fact]
    public void Takes_neither_a_shorter_piece_nor_prefix_and_hint_for_a_secret()
    {
        var traces = new SecretTraces(_secret);

        Assert.False(traces.AreIn(_secret.AsSpan(9, 11)));
        Assert.False(traces.AreIn($"akc_live_… {_secret[^4..]}"));
        Assert.False(traces.AreIn(KeySecret.Generate(SecretEnvironment.Live).Reveal()));
    }
}
