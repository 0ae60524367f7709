using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>Deletes a key.</summary>
internal static class DeleteKeyEndpoint
{
    public static async Task<IResult> AnswerAsync(string id, HttpContext http, VendorKeys keys, CancellationToken cancellation)
    {
        var deleted = await keys.DeleteAsync(http, http.VendorKeyTarget(id), cancellation);
        return deleted.Succeeded
            ? VendorJson.SnakeCase.Answer(new ClerkDeletedKey(VendorKeyId.Of(deleted.Value)))
            : ApiProblem.Of(deleted.Failures);
    }
}

/// <summary>A key that is gone.</summary>
internal sealed record ClerkDeletedKey(string Id)
{
    public string Object { get; } = "api_key";

    public bool Deleted { get; } = true;
}
