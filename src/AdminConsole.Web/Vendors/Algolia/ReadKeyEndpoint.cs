using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Shows one key, or all of them.</summary>
internal static class ReadKeyEndpoint
{
    private static readonly KeyStatus[] Existing = [.. KeyStatuses.Usable, KeyStatus.Scheduled];

    public static Task<IResult> GetAsync(string key, HttpContext http, AlgoliaKeys names, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerAsync(http, names.TargetOf(http, key), (found, now, _) => AlgoliaKey.Answer(found, now, key), cancellation);

    /// <summary>The newest first. Algolia's list has no pages.</summary>
    public static Task<IResult> ListAsync(HttpContext http, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerAllAsync(http, new(http.ApiCaller().OrganizationId) { Statuses = Existing }, Form, cancellation);

    private static IResult Form(IReadOnlyList<KeyDetails> keys, DateTimeOffset now) => VendorJson.CamelCase.Answer(
        new AlgoliaKeyList([.. keys.Select(key => AlgoliaKey.Of(key, now, VendorKeyId.Of(key.Id)))]));
}

/// <summary>All keys of the organization.</summary>
internal sealed record AlgoliaKeyList(IReadOnlyList<AlgoliaKey> Keys);
