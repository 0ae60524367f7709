using System.IO.Compression;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors;

/// <summary>The bytes of a body, unzipped.</summary>
internal static class VendorBodyBytes
{
    private const string Gzip = "gzip";

    private static readonly ApiProblem WrongEncoding = new(
        StatusCodes.Status415UnsupportedMediaType, "body.encoding", "Send the body as it is or with “Content-Encoding: gzip”.");

    private static readonly ApiProblem Unzippable = ApiBody.Malformed("The body says that it is gzip, and is not.");

    /// <summary>The bytes, or the problem to answer with.</summary>
    public static async Task<(byte[]? Bytes, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > ApiBody.MaxBytes)
        {
            return (null, ApiBody.TooLarge);
        }

        switch (request.Headers.ContentEncoding.ToString())
        {
            case "":
                return OrTooLarge(await ApiBody.ReadBytesAsync(request.Body, cancellation));
            case var encoding when encoding.Equals(Gzip, StringComparison.OrdinalIgnoreCase):
                return await UnzipAsync(request.Body, cancellation);
            default:
                return (null, WrongEncoding);
        }
    }

    // Counted unzipped: a few zipped bytes can stand for any number.
    private static async Task<(byte[]? Bytes, ApiProblem? Problem)> UnzipAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            await using var unzipped = new GZipStream(body, CompressionMode.Decompress, leaveOpen: true);
            return OrTooLarge(await ApiBody.ReadBytesAsync(unzipped, cancellation));
        }
        catch (InvalidDataException)
        {
            return (null, Unzippable);
        }
    }

    private static (byte[]? Bytes, ApiProblem? Problem) OrTooLarge(byte[]? bytes) => (bytes, bytes is null ? ApiBody.TooLarge : null);
}
