using AdminConsole.Core.Keys;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Lists the keys of a subject, the newest first.</summary>
internal static class ListClerkKeys
{
    private const int DefaultLimit = 10;

    public static async Task<IResult> AnswerAsync(HttpContext http, VendorKeys keys, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(http.Request.Query);
        parameters.AllowOnly(
            ClerkFields.Subject, ClerkFields.Type, ClerkFields.IncludeInvalid, ClerkFields.Limit, ClerkFields.Offset, ClerkFields.Query);
        var query = Read(parameters, new(http.ManagementCaller().OrganizationId));
        return parameters.Faults.Count > 0
            ? ApiProblem.Of(parameters.Faults)
            : await keys.AnswerListAsync(http, query, Form, cancellation);
    }

    private static IResult Form(KeyDetailsPage page, DateTimeOffset now) =>
        VendorJson.SnakeCase.Answer(new ClerkKeyList([.. page.Keys.Select(key => ClerkKey.Of(key, now))], page.Total));

    private static KeyQuery Read(ApiParameters parameters, KeyQuery query)
    {
        var subject = ClerkSubject.Parse(parameters.Text(ClerkFields.Subject));
        if (subject is null)
        {
            parameters.Refuse(ClerkFields.Subject, "subject.form", ClerkSubject.Form);
        }

        if (parameters.Text(ClerkFields.Type) is not (null or ClerkKey.OnlyType))
        {
            parameters.Refuse(ClerkFields.Type, "type.unknown", $"Leave it out, or give {ClerkKey.OnlyType}.");
        }

        var includeInvalid = parameters.Value<bool>(ClerkFields.IncludeInvalid, text => text is "true" ? true : text is "false" ? false : null, "true or false");
        return query with
        {
            OwnerExternalId = subject?.ExternalId,
            Statuses = includeInvalid is true ? [] : KeyStatuses.Usable,
            Name = parameters.Text(ClerkFields.Query),
            Offset = parameters.Number(ClerkFields.Offset) ?? 0,
            Limit = parameters.Number(ClerkFields.Limit, 1, KeyQuery.MaxLimit) ?? DefaultLimit,
            CountUpTo = int.MaxValue,
        };
    }
}

/// <summary>A page of a subject's keys.</summary>
internal sealed record ClerkKeyList(IReadOnlyList<ClerkKey> Data, int TotalCount);
