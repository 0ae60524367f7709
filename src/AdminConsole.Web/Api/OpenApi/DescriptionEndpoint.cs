using System.Net.Mime;
using System.Text;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Answers the OpenAPI document of the console's own API.</summary>
internal sealed class DescriptionEndpoint([FromKeyedServices(DescriptionEndpoint.Version)] IOpenApiDocumentProvider documents)
{
    public const string Version = "v1";
    public const string Path = $"/openapi/{Version}.json";

    // Made once: it never changes, costs much, and anybody may ask for it.
    private readonly Lazy<Task<FixedContent>> _document = new(async () =>
    {
        var document = await documents.GetOpenApiDocumentAsync();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return new(Encoding.UTF8.GetBytes(json), MediaTypeNames.Application.Json);
    });

    public static async Task<FileContentHttpResult> AnswerAsync(DescriptionEndpoint description, HttpContext http) =>
        (await description._document.Value).Answer(http);
}
