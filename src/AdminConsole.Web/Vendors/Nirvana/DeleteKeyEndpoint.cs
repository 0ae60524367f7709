using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Deletes a key.</summary>
internal static class DeleteKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(string id, HttpContext http, VendorKeys keys, CancellationToken cancellation)
    {
        var deleted = await keys.DeleteAsync(http, http.NirvanaTarget(id), cancellation);
        return deleted.Succeeded ? TypedResults.NoContent() : ApiProblem.Of(deleted.Failures);
    }
}
