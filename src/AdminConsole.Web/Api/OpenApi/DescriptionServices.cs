using AdminConsole.Web.Paths;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

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
        routes.MapMethods(DescriptionEndpoint.Path, ApiPaths.Reading, DescriptionEndpoint.AnswerAsync)
            .AllowAnonymous()
            .WithMetadata(BrowserCache.Revalidated)
            .ExcludeFromDescription();
}
