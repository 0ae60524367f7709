using System.Text.RegularExpressions;

namespace AdminConsole.Web.Hosting;

/// <summary>The path under which a proxy shows the console, such as <c>/console</c>.</summary>
internal static partial class PathPrefix
{
    /// <summary>
    /// The prefix without a slash at its end; null for what is no plain path. It stands in front of every redirect, where “//host” names another
    /// host.
    /// </summary>
    public static PathString? Read(string? text) => string.IsNullOrEmpty(text) || text == "/" ? PathString.Empty
        : Plain.IsMatch(text) ? new PathString(text.TrimEnd('/'))
        : (PathString?)null;

    [GeneratedRegex(@"\A(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain { get; }
}
