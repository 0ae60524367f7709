using System.IO.Compression;
using AdminConsole.Web.Api;

namespace AdminConsole.Web.Vendors;

/// <summary>
/// Reads a body as the vendors' clients send it: with whatever content type, zipped or not, or none at all, which stands for an empty object. What is
/// in it is read as strictly as the API reads its own.
/// </summary>
internal static class VendorBody
{
    private const string Gzip = "gzip";

    private static readonly ApiProblem WrongEncoding = new(
        StatusCodes.Status415UnsupportedMediaType, "body.encoding", "Send the body as it is or with “Content-Encoding: gzip”.");

    private static readonly ApiProblem Unzippable = ApiBody.Malformed("The body says that it is gzip, and is not.");

    /// <summary>The body, or the problem to answer with.</summary>
    public static async Task<(T? Body, ApiProblem? Problem)> ReadAsync<T>(HttpRequest request, VendorJson json, CancellationToken cancellation)
        where T : class, new()
    {
        var (bytes, problem) = await ReadBytesAsync(request, cancellation);
        return bytes switch
        {
            null => (null, problem),
            [] => (new T(), null),
            _ => ApiBody.Parse<T>(bytes, json.Reading),
        };
    }

    private static async Task<(byte[]? Bytes, ApiProblem? Problem)> ReadBytesAsync(HttpRequest request, CancellationToken cancellation)
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
