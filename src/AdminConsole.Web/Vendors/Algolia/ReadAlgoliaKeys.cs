using AdminConsole.Keys;
using AdminConsole.Web.Api;
using AdminConsole.Web.Vendors.Clerk;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>Shows one key, or all of them.</summary>
internal static class ReadAlgoliaKeys
{
    private static readonly KeyStatus[] Existing = [KeyStatus.Active, KeyStatus.Scheduled];

    public static Task<IResult> GetAsync(string key, HttpContext http, AlgoliaKeys names, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerAsync(http, names.TargetOf(http, key), (found, now, _) => AlgoliaKey.Answer(found, now, key), cancellation);

    /// <summary>The newest first. Algolia's list has no pages.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, KeyFinder finder, TimeProvider clock, CancellationToken cancellation)
    {
        var caller = http.ManagementCaller();
        var query = new KeyQuery(caller.OrganizationId) { Statuses = Existing, Limit = KeyQuery.MaxLimit };
        List<KeyDetails> all = [];
        do
        {
            var page = await finder.ListDetailsAsync(caller.Actor, query, cancellation);
            if (!page.Succeeded)
            {
                return ApiProblem.Of(page.Failures);
            }

            all.AddRange(page.Value.Keys);
            query = query with { Cursor = page.Value.Next };
        }
        while (query.Cursor is not null);

        var now = clock.Now();
        return VendorJson.Answer(new AlgoliaKeyList([.. all.Select(key => AlgoliaKey.Of(key, now, ClerkId.Of(key.Id)))]), VendorJson.CamelCase);
    }
}

/// <summary>All keys of the organization.</summary>
internal sealed record AlgoliaKeyList(IReadOnlyList<AlgoliaKey> Keys);
