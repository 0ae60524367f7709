using System.Net.Mime;
using System.Text;
using AdminConsole.Web.Hosting;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Description;

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

internal static class DescriptionServices
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton<DescriptionEndpoint>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, DescribedBodies>());
        return services.AddOpenApi(DescriptionEndpoint.Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = SchemaNames.Of;
            options.ShouldInclude = description =>
                !HttpMethods.IsHead(description.HttpMethod!) && DescribedOperation.Of(description) is not null;
            options.AddSchemaTransformer<WireSchemas>();
            options.AddOperationTransformer<DescribedOperations>();
            options.AddDocumentTransformer<DescribedApi>();
        });
    }

    /// <summary>Open to everybody: it says of the console what its source says.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(DescriptionEndpoint.Path, ApiRoutes.Reading, DescriptionEndpoint.AnswerAsync)
            .AllowAnonymous()
            .WithMetadata(BrowserCache.Revalidated)
            .ExcludeFromDescription();
}
