using AdminConsole.Core.Keys;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Problems in Nirvana's form: its client shows the message.</summary>
internal static class NirvanaErrors
{
    /// <summary>What Nirvana calls the fields that have another name with us.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [KeyFields.Scopes] = NirvanaFields.Permissions,
        [KeyFields.Projects] = NirvanaFields.ProjectIds,
        [KeyFields.AllowedCidrs] = NirvanaFields.Allowed,
        [KeyFields.BlockedCidrs] = NirvanaFields.Blocked,
        [KeyFields.ExpiresAt] = NirvanaFields.ExpiresAt,
        [KeyFields.StartsAt] = NirvanaFields.StartsAt,
    };

    public static ProblemFormat Form { get; } = new(problem => new Answer(problem));

    /// <summary>
    /// What is JSON and not right, which a fault of a field tells, is 422. So is a change that the key's state does not allow: Nirvana's client sends
    /// a request again that was answered with 409.
    /// </summary>
    private static int StatusOf(ApiProblem problem) => problem.Status switch
    {
        StatusCodes.Status400BadRequest when problem.Errors is not null
            || problem.Code != ApiBody.MalformedCode => StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status409Conflict => StatusCodes.Status422UnprocessableEntity,
        var status => status,
    };

    private static NirvanaErrorBody BodyOf(ApiProblem problem, string requestId)
    {
        IReadOnlyList<NirvanaError> errors = [.. (problem.Errors ?? []).Select(ErrorOf)];
        var message = errors.Count == 0 ? problem.Title : string.Join(" ", errors.Select(error => $"{error.Field}: {error.Message}"));
        return new(message, problem.Code, errors, requestId);
    }

    private static NirvanaError ErrorOf(FieldFault fault) => new(VendorFields.Rename(fault.Pointer, Names), fault.Code, fault.Message);

    private sealed class Answer(ApiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            VendorJson.SnakeCase.Answer(BodyOf(problem, httpContext.TraceIdentifier), StatusOf(problem)).ExecuteAsync(httpContext);
    }
}

internal sealed record NirvanaErrorBody(string Message, string Code, IReadOnlyList<NirvanaError> Errors, string RequestId);

/// <summary>One fault of one field; an entry of a list is named <c>tags/0</c>.</summary>
internal sealed record NirvanaError(string Field, string Code, string Message);
