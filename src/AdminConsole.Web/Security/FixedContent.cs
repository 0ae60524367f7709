using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AdminConsole.Web.Security;

/// <summary>
/// Content that stays the same while the process runs, compressed once for all who ask. It must hold nothing of an organization's:
/// beside text that a caller chose, the length of compressed content tells secrets (BREACH).
/// </summary>
internal sealed class FixedContent(byte[] plain, string mediaType)
{
    private const string Brotli = "br";
    private const string GZip = "gzip";
    private const string Identity = "identity";

    // Higher levels save another tenth and take twenty times as long.
    private const int BrotliQuality = 9;

    private readonly Lazy<byte[]> _brotli = new(() =>
        Compress(plain, output => new BrotliStream(output, new BrotliCompressionOptions { Quality = BrotliQuality })));
    private readonly Lazy<byte[]> _gzip = new(() =>
        Compress(plain, output => new GZipStream(output, CompressionLevel.SmallestSize)));

    /// <summary>Changes with the content.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8));

    /// <summary>The smallest form that the client takes; nothing when it has that already.</summary>
    public FileContentHttpResult Answer(HttpContext http)
    {
        var encoding = Choose(http.Request.GetTypedHeaders().AcceptEncoding);
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not Identity)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        var bytes = encoding switch
        {
            Brotli => _brotli.Value,
            GZip => _gzip.Value,
            _ => plain,
        };
        return TypedResults.Bytes(bytes, mediaType, entityTag: new($"\"{Fingerprint}-{encoding}\""));
    }

    private static string Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        var names = accepted.Where(value => value.Quality is not 0).Select(value => value.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains(Brotli) ? Brotli : names.Contains(GZip) ? GZip : Identity;
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }
}
