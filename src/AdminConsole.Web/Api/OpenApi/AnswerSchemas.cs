using AdminConsole.Web.Api.Requests;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Answers have every member, but for those that some leave out.</summary>
internal sealed class AnswerSchemas(IReadOnlyDictionary<(string Schema, string Member), FieldText> texts)
{
    public void Require(IOpenApiSchema? schema)
    {
        foreach (var part in PartsOf(schema))
        {
            Require(part);
        }

        if (schema is OpenApiSchemaReference { Reference.Id: { } id, RecursiveTarget: { Properties: { } members } target })
        {
            target.Required = members.Keys.Where(member => texts.GetValueOrDefault((id, member)) is not { IsOptional: true }).ToHashSet();
            foreach (var member in members)
            {
                DropNull(id, member);
                Require(member.Value);
            }
        }
    }

    private void DropNull(string id, KeyValuePair<string, IOpenApiSchema> member)
    {
        if (member.Value is OpenApiSchema schema && texts.GetValueOrDefault((id, member.Key)) is { IsOptional: true })
        {
            schema.Type &= ~JsonSchemaType.Null;
        }
    }

    private static IEnumerable<IOpenApiSchema> PartsOf(IOpenApiSchema? schema) => schema is OpenApiSchema inline
        ? [.. inline.AnyOf ?? [], .. inline.OneOf ?? [], .. inline.Items is { } items ? [items] : (IOpenApiSchema[])[]]
        : [];
}
