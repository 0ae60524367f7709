using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Description;

/// <summary>An error that an operation may answer, as the OpenAPI document shows it.</summary>
internal sealed record ErrorText(ApiProblem Problem)
{
    private static readonly string[] RefusedTexts = ["", "\u0007", "\u3164"];

    /// <summary>Every operation looks at its caller first, and any may meet a database that is busy.</summary>
    public static IReadOnlyList<ErrorText> OfAll { get; } =
    [
        ManagementKeyAuthenticator.Refused,
        ManagementKeyAuthenticator.Throttled,
        ManagementKeyAuthenticator.Stale,
        new ApiProblem(StatusCodes.Status400BadRequest, "request.malformed", "The request could not be read."),
        new ApiProblem(StatusCodes.Status503ServiceUnavailable, "storage.busy", "The database is busy; nothing was changed. Try again in a moment."),
    ];

    public static IReadOnlyList<ErrorText> OfBody { get; } =
    [
        ApiBody.Malformed("The body must be a JSON object."),
        ApiBody.TooLarge,
        ApiBody.WrongType,
    ];

    public static IReadOnlyList<ErrorText> OfPatch { get; } = [.. OfBody.SkipLast(1), ApiBody.WrongPatchType];

    public static IReadOnlyList<ErrorText> OfVersion { get; } = [EntityTag.Missing, EntityTag.Malformed];

    public static IReadOnlyList<ErrorText> OfIdempotency { get; } =
    [
        IdempotentKeyService.MalformedRequest,
        new ApiProblem(
            StatusCodes.Status422UnprocessableEntity,
            "idempotency_key.reused",
            "This Idempotency-Key came with another request before. Use a new one for a new request."),
    ];

    public static IReadOnlyList<ErrorText> OfQuery { get; } =
    [
        Fault("limit", "query.value", "Give a number."),
        Fault("page", "query.unknown", "There is no such parameter here. There are: cursor, limit."),
        Fault("limit", "query.repeated", "Give this parameter once."),
    ];

    public static IReadOnlyList<ErrorText> OfPages { get; } =
    [
        .. OfQuery,
        Fault("limit", "limit.range", "Ask for 1 to 100 at a time."),
        Fault("cursor", "cursor.invalid", "This cursor is not one of this list. Start again without it."),
    ];

    /// <summary>Why a text that people type is refused: there is none, it holds a control character, or nothing of it is seen.</summary>
    public static IEnumerable<ErrorText> OfText(string field) =>
        RefusedTexts.Select(text => (ErrorText)PlainText.Check(text, field, minLength: 1, maxLength: 255).Failures.Single());

    public static ErrorText Fault(string field, string code, string message) => Failure.Invalid(field, code, message);

    public static implicit operator ErrorText(ApiProblem problem) => new(problem);

    public static implicit operator ErrorText(Failure failure) => new(ApiProblem.Of([failure]));
}
