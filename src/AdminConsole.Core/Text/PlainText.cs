using System.Globalization;
using System.Text;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Text;

/// <summary>
/// Text that people type and others read: names, descriptions, tags. Normalized to NFC; refuses what could make it look
/// like something else (SECURITY T14): control and format characters (bidi overrides among them), private use and
/// unpaired surrogates, towers of combining marks, and text of which nothing is seen.
/// </summary>
public static class PlainText
{
    private const int MaxCombiningMarks = 8;

    // Composing shortens a text to a quarter at the most, and a character takes two places at the most; anything longer is refused unread.
    private const int MaxExpansion = 8;

    // Joins letters and emoji in several scripts, and overrides nothing.
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>The text trimmed and normalized, or why it is refused.</summary>
    public static Result<string> Check(string? text, string field, int minLength, int maxLength, bool multiline = false)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length > maxLength * MaxExpansion)
        {
            return WrongLength(field, minLength, maxLength, LengthOf(trimmed));
        }

        if (FindRefused(trimmed, multiline) is { } refused)
        {
            return Failure.Invalid(field, "text.characters", $"Remove {refused}: it could make the text look like something else.");
        }

        if (trimmed.Length > 0 && !trimmed.EnumerateRunes().Any(IsSeen))
        {
            return Failure.Invalid(field, "text.invisible", "Enter text that can be seen; all of this is invisible.");
        }

        var normal = trimmed.Normalize(NormalizationForm.FormC);
        var length = LengthOf(normal);
        return length < minLength || length > maxLength ? WrongLength(field, minLength, maxLength, length) : normal;
    }

    /// <summary>How many characters a text has, as people and other programs count: an emoji is one, though it takes two places.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether the text has more characters than that.</summary>
    public static bool IsLongerThan(int max, string? text) => text?.Length > max && LengthOf(text) > max;

    private static Failure WrongLength(string field, int min, int max, int actual) => Failure.Invalid(field, "text.length", actual switch
    {
        0 => "Enter some text here; it is required.",
        _ when actual < min => string.Create(CultureInfo.InvariantCulture, $"Use at least {min} characters; this has {actual}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Shorten this to {max} characters; it has {actual}."),
    });

    /// <summary>The first refused character as people can search for it, or null.</summary>
    private static string? FindRefused(string text, bool multiline)
    {
        var marks = 0;
        for (var index = 0; index < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                return "the unpaired surrogate";
            }

            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MaxCombiningMarks || !IsAllowed(rune, multiline))
            {
                return $"the character U+{rune.Value:X4}";
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    // The letters and the symbol that are blank: the Hangul fillers and the empty Braille pattern.
    private static bool IsSeen(Rune rune) =>
        rune.Value is not (ZeroWidthJoiner or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800) && !IsMark(rune) && !Rune.IsWhiteSpace(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsAllowed(Rune rune, bool multiline) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => multiline && rune.Value is '\n' or '\r' or '\t',
        UnicodeCategory.Format => rune.Value == ZeroWidthJoiner,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };
}
