using AdminConsole.Core.Keys;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Problems in Algolia's form and, where its documents have them, in its words: programs compare them.</summary>
internal static class AlgoliaErrors
{
    /// <summary>What Algolia calls the fields that have another name with us.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [KeyFields.Name] = AlgoliaFields.Description,
        [KeyFields.Scopes] = AlgoliaFields.Acl,
        [KeyFields.Resources] = AlgoliaFields.Indexes,
        [KeyFields.Referrers] = AlgoliaFields.Referers,
        [KeyFields.MaxVerificationsPerIpPerHour] = AlgoliaFields.MaxQueriesPerIpPerHour,
        [KeyFields.ExpiresAt] = AlgoliaFields.Validity,
    };

    /// <summary>What Algolia calls a missing ACL.</summary>
    private static readonly string[] MissingRights = [KeyFailures.MayNotRead.Code, KeyFailures.MayNotWrite.Code];

    public static ProblemFormat Form { get; } = new(problem => Answer(BodyOf(problem)));

    private static IResult Answer(AlgoliaError error) => VendorJson.CamelCase.Answer(error, error.Status);

    private static AlgoliaError BodyOf(ApiProblem problem) => problem switch
    {
        { Status: StatusCodes.Status401Unauthorized } => new("Invalid Application-ID or API key", StatusCodes.Status403Forbidden),
        { Code: var code } when MissingRights.Contains(code, StringComparer.Ordinal) => new("Method not allowed with this API key", problem.Status),
        { Code: var code } when code == KeyFailures.NotFound.Code => new("Key does not exist", problem.Status),
        { Errors: { Count: > 0 } faults } => new(string.Join(" ", faults.Select(TextOf).Distinct(StringComparer.Ordinal)), problem.Status),
        _ => new(problem.Title, problem.Status),
    };

    private static string TextOf(FieldFault fault) => $"{VendorFields.Rename(fault.Pointer, Names)}: {fault.Message}";
}

/// <summary>What went wrong. A member called <c>error</c> would have another meaning to Algolia's client.</summary>
internal sealed record AlgoliaError(string Message, int Status);
