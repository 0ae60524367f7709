using System.Diagnostics.CodeAnalysis;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Policies;

/// <summary>
/// A text that may begin or end with <c>*</c>, which stands for any characters or none: <c>dev_*</c>, <c>*_products</c>, <c>*shop*</c>, or
/// <c>*</c> alone for everything. There is no other wildcard, so matching takes no more than one pass.
/// </summary>
public sealed class WildcardPattern
{
    /// <summary>The longest pattern, in characters, its asterisks included.</summary>
    public const int MaxLength = 256;

    private readonly string _core;
    private readonly bool _openStart;
    private readonly bool _openEnd;

    private WildcardPattern(string text)
    {
        Text = text;
        _openStart = text[0] == '*';
        _openEnd = text[^1] == '*';
        _core = text.Trim('*');
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out WildcardPattern? pattern) => TryParse(text, out pattern, out _);

    /// <param name="text">The pattern, taken as it is: white space counts.</param>
    /// <param name="pattern">The pattern, when it is one.</param>
    /// <param name="fault">For the person who typed it, when it is none.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WildcardPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        fault = FaultOf(text ?? string.Empty);
        pattern = fault is null ? new WildcardPattern(text!) : null;
        return fault is null;
    }

    /// <summary>Whether the whole value has the pattern's form. Compares characters, not cultures.</summary>
    public bool Matches(string value, StringComparison comparison = StringComparison.Ordinal) => (_openStart, _openEnd) switch
    {
        (true, true) => value.Contains(_core, comparison),
        (true, false) => value.EndsWith(_core, comparison),
        (false, true) => value.StartsWith(_core, comparison),
        _ => string.Equals(value, _core, comparison),
    };

    /// <summary>A text that matches, with <paramref name="any"/> wherever any characters may stand.</summary>
    internal string WidestMatch(string any) => (_openStart ? any : "") + _core + (_openEnd ? any : "");

    public override string ToString() => Text;

    private static string? FaultOf(string text)
    {
        if (text.Length == 0 || PlainText.IsLongerThan(MaxLength, text))
        {
            return $"A pattern has 1 to {MaxLength} characters.";
        }

        var inner = text.AsSpan(1, Math.Max(0, text.Length - 2));
        return inner.Contains('*') || text is "**" ? "An asterisk can stand only at the start or the end of a pattern." : null;
    }
}
