using AdminConsole.Core.Secrets;

namespace AdminConsole.Core.LookUp;

/// <summary>
/// The secrets that their format marks: native ones and Stack's by beginning, length and checksum, Clerk's by beginning and length. Their lengths
/// are fixed, so that what stands before and behind does not matter.
/// </summary>
internal static class MarkedSecrets
{
    // Before the first underscore of a native secret stand three characters, of the vendors' two.
    private static readonly (int Before, int Length)[] Shapes =
        [(3, SecretFormat.NativeLength), (2, SecretFormat.ClerkLength), (2, SecretFormat.StackLength)];

    public static IEnumerable<KeySecret> In(string text)
    {
        for (var mark = text.IndexOf('_', StringComparison.Ordinal); mark >= 0; mark = text.IndexOf('_', mark + 1))
        {
            foreach (var (before, length) in Shapes)
            {
                if (At(text, mark - before, length) is { } secret)
                {
                    yield return secret;
                }
            }
        }
    }

    private static KeySecret? At(string text, int start, int length) =>
        start >= 0 && start + length <= text.Length && SecretFormat.NameMarkedBy(text.AsSpan(start, length)) is { } format
            ? new(text.Substring(start, length), format)
            : null;
}
