using System.Text.RegularExpressions;

namespace AdminConsole.Web.Problems;

/// <summary>Turns a parser's path (<c>$.scopes[0]</c>) into a JSON pointer (RFC 6901: <c>/scopes/0</c>).</summary>
internal static partial class JsonPointer
{
    public static string Of(string path) => string.Concat(Steps.Matches(path).Select(step => "/" + Escape(step.Groups["name"].Value)));

    /// <summary>The pointer to a member of the object itself.</summary>
    public static string OfMember(string name) => "/" + Escape(name);

    /// <summary>The name of the member that a pointer to one begins with.</summary>
    public static string FirstMember(string pointer) =>
        pointer.Split('/')[1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    // A pointer parts its steps by slashes, so a name that holds one writes it as ~1.
    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>.*?)'\]|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps { get; }
}
