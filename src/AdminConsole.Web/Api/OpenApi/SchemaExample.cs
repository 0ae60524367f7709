using System.Text.Json.Nodes;
using AdminConsole.Web.Api.Requests;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Puts the example of an answer together from the examples of its members.</summary>
internal sealed class SchemaExample(IReadOnlyDictionary<(string Schema, string Member), FieldText> texts)
{
    public JsonNode? Of(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } id, RecursiveTarget: { } target } => OfNamed(id, target),
        OpenApiSchema { AnyOf: [var first, ..] } => Of(first),
        OpenApiSchema { OneOf: { Count: > 0 } choices } => Of(choices.First(choice => choice.Type is not JsonSchemaType.Null)),
        OpenApiSchema { Type: { } type, Items: { } items } when type.HasFlag(JsonSchemaType.Array) => new JsonArray(Of(items)),
        _ => null,
    };

    private JsonNode? OfNamed(string id, OpenApiSchema schema)
    {
        if (schema.Enum is [var first, ..])
        {
            return first.DeepClone();
        }

        return new JsonObject((schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            .Select(member => KeyValuePair.Create(member.Key, texts.GetValueOrDefault((id, member.Key))?.Example?.DeepClone() ?? Of(member.Value))));
    }
}
