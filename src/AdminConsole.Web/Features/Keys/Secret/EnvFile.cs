using System.Text;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>The names in and of a file of environment variables.</summary>
internal static class EnvFile
{
    public const string DefaultVariable = "AKC_API_KEY";

    private const int MaxNameLength = 64;

    /// <summary>A name that every shell takes, out of whatever was typed.</summary>
    public static string Variable(string? typed)
    {
        var name = Fold(typed, '_').ToUpperInvariant();
        return name.Length == 0 ? DefaultVariable : char.IsAsciiDigit(name[0]) ? $"_{name}" : name;
    }

    public static string FileName(string keyName) => Fold(keyName, '-').ToLowerInvariant() is { Length: > 0 } name ? $"{name}.env" : "key.env";

    /// <summary>Letters and digits of ASCII; each run of others becomes one <paramref name="joint"/>, and none at the ends.</summary>
    private static string Fold(string? text, char joint)
    {
        var folded = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded.Append(letter);
            }
            else if (folded.Length > 0 && folded[^1] != joint)
            {
                folded.Append(joint);
            }

            if (folded.Length == MaxNameLength)
            {
                break;
            }
        }

        return folded.ToString().Trim(joint);
    }
}
