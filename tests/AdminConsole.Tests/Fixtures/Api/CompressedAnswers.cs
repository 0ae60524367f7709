using System.IO.Compression;

namespace AdminConsole.Tests.Fixtures.Api;

internal static class CompressedAnswers
{
    /// <summary>The text of an answer, whichever encoding it came in.</summary>
    public static async Task<string> ReadExpandedAsync(this HttpResponseMessage answer)
    {
        var content = await answer.Content.ReadAsStreamAsync();
        await using var expanded = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var text = new StreamReader(expanded);
        return await text.ReadToEndAsync();
    }
}
