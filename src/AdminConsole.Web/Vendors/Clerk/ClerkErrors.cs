using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Problems in Clerk's form. Its client takes an answer without <c>errors</c> for a fault of the network.</summary>
internal static class ClerkErrors
{
    /// <summary>What Clerk calls the fields that have another name with us.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [KeyFields.ExpiresAt] = ClerkFields.Expiration,
        [KeyFields.Owner] = ClerkFields.Subject,
        [KeyFields.RevocationComment] = ClerkFields.RevocationReason,
    };

    public static ProblemFormat Form { get; } = new(problem => new Answer(problem));

    private static IReadOnlyList<ClerkError> ErrorsOf(ApiProblem problem) => problem switch
    {
        { Errors: { Count: > 0 } faults } => [.. faults.Select(fault => ErrorOf(problem, fault))],
        _ => [new(problem.Title, problem.Title, CodeOf(problem), new(null))],
    };

    private static ClerkError ErrorOf(ApiProblem problem, FieldFault fault)
    {
        var parameter = VendorFields.Rename(fault.Pointer, Names);
        return new("Bad Request", $"Invalid '{parameter}': {fault.Message}", CodeOf(problem), new(parameter));
    }

    private static string CodeOf(ApiProblem problem) => problem.Status switch
    {
        StatusCodes.Status400BadRequest => "bad_request",
        StatusCodes.Status401Unauthorized => "clerk_key_invalid",
        StatusCodes.Status404NotFound when problem.Code == KeyFailures.NotFound.Code => "resource_not_found",
        _ => problem.Code.Replace('.', '_'),
    };

    private sealed class Answer(ApiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            VendorJson.SnakeCase.Answer(new ClerkErrorBody(ErrorsOf(problem), httpContext.TraceIdentifier), problem.Status).ExecuteAsync(httpContext);
    }
}

internal sealed record ClerkErrorBody(IReadOnlyList<ClerkError> Errors, string ClerkTraceId);

/// <summary>One fault.</summary>
internal sealed record ClerkError(string Message, string LongMessage, string Code, ClerkErrorMeta Meta);

/// <summary>Which parameter is at fault, if it is about one.</summary>
internal sealed record ClerkErrorMeta([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ParamName);
