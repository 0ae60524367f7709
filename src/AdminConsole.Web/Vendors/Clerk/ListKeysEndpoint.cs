using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Lists the keys of a subject, the newest first.</summary>
internal sealed class ListKeysEndpoint : IQueryParameters<KeyQuery>
{
    private const int DefaultLimit = 10;

    public static Task<IResult> AnswerAsync(
        Query<ListKeysEndpoint, KeyQuery> query, HttpContext http, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerListAsync(http, query.Value, Form, cancellation);

    private static IResult Form(KeyDetailsList page, DateTimeOffset now) =>
        VendorJson.SnakeCase.Answer(new ClerkKeyList([.. page.Keys.Select(key => ClerkKey.Of(key, now))], page.Total));

    public static IReadOnlyList<ParameterText> Taken { get; } = ParameterText.Undescribed(
        [
            ClerkFields.Subject, ClerkFields.Type, ClerkFields.IncludeInvalid, ClerkFields.Limit, ClerkFields.Offset, ClerkFields.Query,
            .. ClerkFields.OfBrowserClients,
        ]);

    public static KeyQuery Read(ApiParameters parameters, Id<Organization> organization)
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

        var includeInvalid =
            parameters.Value<bool>(ClerkFields.IncludeInvalid, text => text is "true" ? true : text is "false" ? false : null, "true or false");
        return new(organization)
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
