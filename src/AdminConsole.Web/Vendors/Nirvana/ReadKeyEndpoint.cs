namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Shows one key.</summary>
internal static class ReadKeyEndpoint
{
    public static Task<IResult> AnswerAsync(string id, HttpContext http, VendorKeys keys, CancellationToken cancellation) =>
        keys.AnswerAsync(http, http.NirvanaTarget(id), NirvanaKey.Answer, cancellation);
}
