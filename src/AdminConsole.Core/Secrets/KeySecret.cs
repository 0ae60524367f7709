namespace AdminConsole.Core.Secrets;

/// <summary>
/// The plaintext of a key: shown once, never stored, never logged. It is a class without a printed form or public data, so that a log line, an
/// exception, a debugger or a serializer that comes across it shows four characters.
/// </summary>
public sealed class KeySecret
{
    /// <summary>The longest text that is looked at, in characters. Native secrets have 58; the vendors' are shorter than 200.</summary>
    public const int MaxPresentedLength = 512;

    /// <summary>
    /// The longest key derived from another that is looked at, in characters. Algolia warns of more than 500; each key that it could be derived from
    /// is tried with the whole of it.
    /// </summary>
    public const int MaxSecuredLength = 2048;

    private const int HintLength = 4;

    private readonly string _text;

    internal KeySecret(string text, string format) => (_text, Format) = (text, format);

    /// <summary>
    /// The last four characters: enough to recognise a key in a list. Of a native secret they are part of the checksum, so that nothing is given
    /// away; of the shortest of the vendors' 112 random bits stay unknown.
    /// </summary>
    public string Hint => _text[^HintLength..];

    /// <summary>The name of its <see cref="SecretFormat"/>.</summary>
    public string Format { get; }

    /// <summary>Makes a new native secret of 256 random bits.</summary>
    public static KeySecret Generate(SecretEnvironment environment) => SecretFormat.Native(environment).Generate(Guid.Empty);

    /// <summary>Whether the text is a native secret with the right checksum. Says nothing about whether such a key exists.</summary>
    public static bool IsNative(ReadOnlySpan<char> text) => NativeFormat.Matches(text);

    /// <summary>What the text can be told to be without a look-up.</summary>
    public static SecretCheck Check(ReadOnlySpan<char> presented) => presented switch
    {
        { IsEmpty: true } => SecretCheck.Empty,
        { Length: > MaxPresentedLength } => SecretCheck.TooLong,
        _ when IsNative(presented) => SecretCheck.WellFormed,
        _ when presented.StartsWith(NativeFormat.Product, StringComparison.Ordinal) => SecretCheck.WrongChecksum,
        _ when StackFormat.IsMarked(presented) => StackFormat.HasChecksum(presented) ? SecretCheck.WellFormed : SecretCheck.WrongChecksum,
        _ => SecretCheck.Foreign,
    };

    /// <summary>The plaintext. The only way to it, so that its few callers can be found by name.</summary>
    public string Reveal() => _text;

    /// <summary>The hint.</summary>
    public override string ToString() => Hint;
}
