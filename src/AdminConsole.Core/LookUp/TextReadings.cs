namespace AdminConsole.Core.LookUp;

/// <summary>
/// The ways in which a pasted text can be read: as it stands, and what its escapes, wrapped lines and base64 stand for, also one within another.
/// </summary>
internal static class TextReadings
{
    // Escapes within base64 within wrapped lines are three. Beyond this, a text is made to keep us busy.
    private const int MaxGrowth = 10;
    private const int MinWork = 65_536;

    private static readonly Func<string, string?>[] Ways = [EscapedText.Decode, WrappedText.Join, Base64Text.Decode];

    /// <summary>The simple readings first. All of them together are bounded by the length of the text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var left = Math.Max(MinWork, text.Length * MaxGrowth);
        var seen = new HashSet<string>(StringComparer.Ordinal) { text };
        var open = new Queue<string>([text]);
        while (open.TryDequeue(out var reading))
        {
            yield return reading;
            foreach (var way in Ways)
            {
                if (left > 0 && way(reading) is { Length: > 0 } other && seen.Add(other))
                {
                    left -= other.Length;
                    open.Enqueue(other);
                }
            }
        }
    }
}
