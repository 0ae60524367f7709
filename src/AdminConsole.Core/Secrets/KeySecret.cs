using System.Security.Cryptography;

namespace AdminConsole.Secrets;

/// <summary>
/// The plaintext of a key: shown once, never stored, never logged. It is a class without a printed form or public data, so that a log line, an
/// exception, a debugger or a serializer that comes across it shows four characters.
/// </summary>
public sealed class KeySecret
{
    /// <summary>The longest text that is looked at, in characters. Native secrets have 58; the vendors' are shorter than 200.</summary>
    public const int MaxPresentedLength = 512;

    private const int HintLength = 4;

    private readonly string _text;

    private KeySecret(string text) => _text = text;

    /// <summary>The last four characters: enough to recognise a key in a list, and part of the checksum, so that nothing of the secret is given away.</summary>
    public string Hint => _text[^HintLength..];

    /// <summary>The prefix without its last underscore: <c>akc_live</c>.</summary>
    public string Format => _text[.._text.LastIndexOf('_')];

    /// <summary>Makes a new secret of 256 random bits.</summary>
    public static KeySecret Generate(SecretEnvironment environment) =>
        new(string.Create(NativeFormat.Length, NativeFormat.PrefixOf(environment), static (text, prefix) =>
        {
            prefix.CopyTo(text);
            RandomNumberGenerator.GetItems(Base62.Alphabet, NativeFormat.BodyOf(text));
            NativeFormat.Seal(text);
        }));

    /// <summary>Whether the text is a native secret with the right checksum. Says nothing about whether such a key exists.</summary>
    public static bool IsNative(ReadOnlySpan<char> text) => NativeFormat.Matches(text);

    /// <summary>What the text can be told to be without a look-up.</summary>
    public static SecretCheck Check(ReadOnlySpan<char> presented) => presented switch
    {
        { IsEmpty: true } => SecretCheck.Empty,
        { Length: > MaxPresentedLength } => SecretCheck.TooLong,
        _ when IsNative(presented) => SecretCheck.WellFormed,
        _ when presented.StartsWith(NativeFormat.Product, StringComparison.Ordinal) => SecretCheck.WrongChecksum,
        _ => SecretCheck.Foreign,
    };

    /// <summary>The plaintext. The only way to it, so that its few callers can be found by name.</summary>
    public string Reveal() => _text;

    /// <summary>The hint.</summary>
    public override string ToString() => Hint;

    /// <summary>Takes a text that <see cref="IsNative"/> accepted.</summary>
    internal static KeySecret FromNative(string text) => new(text);
}
