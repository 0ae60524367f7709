using System.IO.Compression;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace AdminConsole.Web.Features.ApiReference;

/// <summary>The files of the viewer that the page loads. Its package serves a page of its own as well, which is none of the console's.</summary>
internal static class ViewerFiles
{
    private static readonly IReadOnlyList<(string Name, string Type)> Files =
    [
        ("swagger-ui.css", "text/css"),
        ("swagger-ui-bundle.js", "text/javascript"),
    ];

    public static void MapViewerFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var (name, type) in Files)
        {
            routes.MapGet($"/swagger-ui/{name}", () => TypedResults.Stream(Open(name), type));
        }
    }

    // They lie compressed in the assembly.
    private static GZipStream Open(string name)
    {
        var assembly = typeof(SwaggerUIOptions).Assembly;
        return new(assembly.GetManifestResourceStream($"{assembly.GetName().Name}.node_modules.swagger_ui_dist.{name}")!, CompressionMode.Decompress);
    }
}
