namespace AdminConsole.Core.Secrets;

/// <summary>
/// Digits, upper case, lower case, in this order: nothing a double click stops at, and nothing that needs escaping in a URL or a shell.
/// </summary>
internal static class Base62
{
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the number over the whole destination, most significant digit first, padded with zeros at the left.</summary>
    public static void Write(uint value, Span<char> destination)
    {
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, (uint)Alphabet.Length);
            destination[i] = Alphabet[(int)digit];
        }
    }
}
