using System.Text.Json.Serialization.Metadata;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>The names of schemas, which clients made from the document take over: what says that it is a body's is left out.</summary>
internal static class SchemaNames
{
    private const string Suffix = "Body";

    public static string? Of(JsonTypeInfo type)
    {
        var name = WireSchemas.IsOurs(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name switch
        {
            null => null,
            nameof(ApiProblem) => "Problem",
            _ => name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name,
        };
    }
}
