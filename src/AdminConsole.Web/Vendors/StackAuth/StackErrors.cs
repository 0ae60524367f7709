using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Problems as the errors that Stack's client knows, where it knows one.</summary>
internal static class StackErrors
{
    /// <summary>What Stack calls the fields that have another name with us.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [KeyFields.Name] = StackFields.Description,
        [KeyFields.ExpiresAt] = StackFields.ExpiresAt,
    };

    public static ProblemFormat Form { get; } = new(problem => new Answer(problem));

    private static StackError ErrorOf(ApiProblem problem, HttpRequest request) => problem switch
    {
        { Status: StatusCodes.Status401Unauthorized } => UnauthorizedOf(request),
        { Code: var code } when code == KeyFailures.NotFound.Code => StackError.KeyNotFound,
        { Code: var code } when code == KeyFailures.Revoked.Code => StackError.KeyRevoked,
        { Status: StatusCodes.Status400BadRequest, Errors: { Count: > 0 } faults } =>
            StackError.Schema(request, TextsOf(faults)),
        { Code: ApiBody.MalformedCode } => StackError.Unreadable(problem.Title),
        _ => new(problem.Code.Replace('.', '_').ToUpperInvariant(), problem.Title, problem.Status) { IsKnown = false },
    };

    private static StackError UnauthorizedOf(HttpRequest request) => (StackHeaders.AccessOf(request), StackHeaders.SecretOf(request)) switch
    {
        (not (StackHeaders.ServerAccess or StackHeaders.AdminAccess) and var access, _) => StackError.InsufficientAccess(access),
        (_, "") => StackError.KeyRequired,
        _ => StackError.KeyInvalid(request),
    };

    // The vendor names all unknown members in one line.
    private static IEnumerable<string> TextsOf(IReadOnlyList<FieldFault> faults)
    {
        var unknown = faults.Where(fault => fault.Code == ApiBody.UnknownMemberCode).Select(fault => JsonPointer.FirstMember(fault.Pointer)).ToList();
        return unknown.Count > 0
            ? [$"body contains unknown properties: {string.Join(", ", unknown)}"]
            : faults.Select(TextOf).Distinct(StringComparer.Ordinal);
    }

    private static string TextOf(FieldFault fault) => $"body.{VendorFields.Rename(fault.Pointer, Names)}: {fault.Message}";

    private sealed class Answer(ApiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ErrorOf(problem, httpContext.Request).ExecuteAsync(httpContext);
    }
}
