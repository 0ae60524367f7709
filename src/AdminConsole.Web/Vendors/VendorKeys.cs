using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors;

/// <summary>The answer that shows a key as a vendor writes it.</summary>
/// <param name="secret">In the answer that creates the key alone.</param>
internal delegate IResult KeyShape(KeyDetails key, DateTimeOffset now, string? secret);

/// <summary>Answers with keys as they are now, and deletes them as the vendors do.</summary>
internal sealed class VendorKeys(KeyQueries keyQueries, RevokeKeyHandler revoker, DeleteKeyHandler deleter, TimeProvider clock)
{
    public Task<IResult> AnswerAsync(HttpContext http, KeyTarget target, KeyShape shape, CancellationToken cancellation) =>
        AnswerAsync(http, target, secret: null, shape, cancellation);

    /// <summary>The key after a change, or why it was not made.</summary>
    public Task<IResult> AnswerChangeAsync<T>(HttpContext http, KeyTarget target, Result<T> change, KeyShape shape, CancellationToken cancellation) =>
        change.Succeeded ? AnswerAsync(http, target, shape, cancellation) : Task.FromResult<IResult>(ApiProblem.Of(change.Failures));

    /// <summary>The key just made with its secret, which is shown this once, or why none was made.</summary>
    public Task<IResult> AnswerCreatedAsync(
        HttpContext http, Result<CreatedKey> created, KeyShape shape, CancellationToken cancellation) => created.Succeeded
        ? AnswerAsync(http, new(http.ApiCaller().OrganizationId, created.Value.Id), created.Value.Secret.Reveal(), shape, cancellation)
        : Task.FromResult<IResult>(ApiProblem.Of(created.Failures));

    /// <summary>The keys of a page, as a vendor writes them.</summary>
    public async Task<IResult> AnswerListAsync(
        HttpContext http, KeyQuery query, Func<KeyDetailsList, DateTimeOffset, IResult> shape, CancellationToken cancellation)
    {
        var page = await keyQueries.ListDetailsAsync(http.ApiCaller().Actor, query, cancellation);
        return page.Succeeded ? shape(page.Value, clock.Now()) : ApiProblem.Of(page.Failures);
    }

    /// <summary>Every key that the query asks for: some vendors' lists have no pages.</summary>
    public async Task<IResult> AnswerAllAsync(
        HttpContext http, KeyQuery query, Func<IReadOnlyList<KeyDetails>, DateTimeOffset, IResult> shape, CancellationToken cancellation)
    {
        var all = await keyQueries.ListAllDetailsAsync(http.ApiCaller().Actor, query, cancellation);
        return all.Succeeded ? shape(all.Value, clock.Now()) : ApiProblem.Of(all.Failures);
    }

    /// <summary>Deletes a key, whatever its state. Only what is revoked can be deleted with us: it ends first, and its end is audited.</summary>
    public async Task<Result<Id<ApiKey>>> DeleteAsync(HttpContext http, KeyTarget target, CancellationToken cancellation)
    {
        var actor = http.ApiCaller().Actor;
        var revoked = await revoker.RevokeAsync(actor, VendorRevocation.Of(target, "Deleted"), cancellation);
        return revoked.Succeeded ? await deleter.DeleteAsync(actor, target, cancellation) : revoked.Failures;
    }

    private async Task<IResult> AnswerAsync(HttpContext http, KeyTarget target, string? secret, KeyShape shape, CancellationToken cancellation)
    {
        var key = await keyQueries.GetAsync(http.ApiCaller().Actor, target, cancellation);
        return key.Succeeded ? shape(key.Value, clock.Now(), secret) : ApiProblem.Of(key.Failures);
    }
}
