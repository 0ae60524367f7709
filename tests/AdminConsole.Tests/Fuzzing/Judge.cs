using System.Text.Json;
using System.Text.RegularExpressions;
using AdminConsole.Web.Problems;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Says what is wrong with an answer, if anything is.</summary>
internal sealed partial class Judge(IReadOnlyList<string> vendors)
{
    /// <summary>What every error of a surface has.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> VendorForms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/clerk"] = ["errors", "clerk_trace_id"],
        ["/nirvana"] = ["message", "code", "errors", "request_id"],
        ["/stack"] = ["code", "error"],
        ["/algolia"] = ["message", "status"],
        ["/1"] = ["message", "status"],
    };

    public string? Fault(Draft draft, FuzzCaller caller, Answer? answer) => answer switch
    {
        null => draft.EndsConnection ? null : "The connection was cut without an answer.",

        // The one for a version of HTTP that the server does not speak.
        { Status: 505, Body: [] } when draft.EndsConnection => null,
        { Status: >= 500 } => $"An answer {answer.Status}.",
        { Status: < 400 } => null,
        _ when answer.Text.Contains(caller.Secret, StringComparison.Ordinal) => "The answer tells the secret.",
        _ when Internals.IsMatch(answer.Text) => "The answer tells internals.",

        // The server refuses what it cannot read as HTTP by itself, without a body.
        { Body: [] } when draft.EndsConnection || draft.Method == "HEAD" || answer.Status is 400 or 408 or 413 or 414 or 431 => null,
        _ => FaultOfForm(draft, answer),
    };

    /// <summary>The body of what is below a surface's prefix.</summary>
    private string? FaultOfForm(Draft draft, Answer answer)
    {
        var segments = Resolve(draft.Path);
        var prefix = "/" + segments.FirstOrDefault();
        if (draft.EndsConnection)
        {
            return answer.Type.StartsWith("text/html", StringComparison.Ordinal) ? "An answer in HTML." : null;
        }

        if (prefix.Equals("/api", StringComparison.OrdinalIgnoreCase))
        {
            return IsProblem(answer) ? null : "The answer is no problem (RFC 9457) with all that one must have.";
        }

        return vendors.Contains(prefix, StringComparer.OrdinalIgnoreCase) && !IsOfVendor(prefix, answer)
            ? "The answer is not in the vendor's form."
            : null;
    }

    private static bool IsProblem(Answer answer) =>
        answer.Type == ApiProblem.ContentType && answer.Json is { ValueKind: JsonValueKind.Object } problem
        && problem.TryGetProperty("status", out var status) && status.GetInt32() == answer.Status
        && problem.TryGetProperty("code", out var code) && Code.IsMatch(code.GetString()!)
        && problem.TryGetProperty("title", out _) && problem.TryGetProperty("requestId", out _);

    private static bool IsOfVendor(string prefix, Answer answer) =>
        answer.Type == "application/json" && answer.Json is { ValueKind: JsonValueKind.Object } error
        && VendorForms.GetValueOrDefault(prefix, ["a form that is not known here"]).All(member => error.TryGetProperty(member, out _));

    /// <summary>The path as the server goes by it.</summary>
    private static List<string> Resolve(string path)
    {
        List<string> segments = [];
        var parts = path.Split('/').Skip(1).Select(
            segment => segment.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? segment : Uri.UnescapeDataString(segment));
        foreach (var segment in parts)
        {
            if (segment == "..")
            {
                segments = segments[..^Math.Min(1, segments.Count)];
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return segments;
    }

    [GeneratedRegex(@"Exception\b|\bat (System|Microsoft|AdminConsole)\.|SQLite", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Internals { get; }

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
