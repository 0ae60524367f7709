using System.IO.Compression;
using System.Net.Mime;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace AdminConsole.Web.Features.ApiReference;

/// <summary>The files of the viewer that the page loads. Its package serves a page of its own as well, which is none of the console's.</summary>
public sealed class ViewerFiles
{
    private const string ScriptName = "swagger-ui-bundle.js";
    private const string SheetName = "swagger-ui.css";

    private readonly Lazy<FixedContent> _script = new(() => new(Read(ScriptName), MediaTypeNames.Text.JavaScript));

    // In a layer of its own, so that the console's rules for the viewer (api-reference.css) have precedence.
    private readonly Lazy<FixedContent> _sheet = new(() => new([.. "@layer viewer {"u8, .. Read(SheetName), .. "}"u8], MediaTypeNames.Text.Css));

    public string ScriptPath => PathOf(ScriptName, _script.Value);

    public string SheetPath => PathOf(SheetName, _sheet.Value);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                PathPattern(ScriptName), (ViewerFiles files, string fingerprint, HttpContext http) => Answer(files._script.Value, fingerprint, http))
            .WithMetadata(BrowserCache.Forever);
        routes
            .MapGet(
                PathPattern(SheetName), (ViewerFiles files, string fingerprint, HttpContext http) => Answer(files._sheet.Value, fingerprint, http))
            .WithMetadata(BrowserCache.Forever);
    }

    private static string PathPattern(string name) => $"/swagger-ui/{{fingerprint}}/{name}";

    private static string PathOf(string name, FixedContent content) => $"swagger-ui/{content.Fingerprint}/{name}";

    private static Results<FileContentHttpResult, NotFound> Answer(FixedContent content, string fingerprint, HttpContext http) =>
        string.Equals(content.Fingerprint, fingerprint, StringComparison.Ordinal) ? content.Answer(http) : TypedResults.NotFound();

    // They lie compressed in the assembly.
    private static byte[] Read(string name)
    {
        var assembly = typeof(SwaggerUIOptions).Assembly;
        using var compressed = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.node_modules.swagger_ui_dist.{name}")!;
        using var plain = new MemoryStream();
        using (var expanding = new GZipStream(compressed, CompressionMode.Decompress))
        {
            expanding.CopyTo(plain);
        }

        return plain.ToArray();
    }
}
