using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Description;

/// <summary>Requests are read strictly: no member that is not described, and those that must be there.</summary>
internal sealed class RequestSchemas(IDictionary<string, IOpenApiSchema> schemas)
{
    /// <summary>What must be given; all else may be left out.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["NewKey"] = ["name", "scopes"],
        ["RevokeKey"] = ["reason"],
        ["LookUpText"] = ["text"],
        ["NewProject"] = ["name"],
        ["NewOwner"] = ["kind", "externalId", "name"],
        ["Scopes"] = ["scopes"],
        ["NewScope"] = ["scope"],
        ["VerifyQuestion"] = ["secret"],
        ["VerifyBatch"] = ["verifications"],
    };

    public void Close(IEnumerable<OpenApiMediaType>? bodies)
    {
        foreach (var body in bodies ?? [])
        {
            Close(body.Schema);
        }
    }

    private void Close(IOpenApiSchema? schema)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && schemas[id] is OpenApiSchema { Properties: { } members } closed)
        {
            closed.AdditionalPropertiesAllowed = false;
            closed.Required = Required.GetValueOrDefault(id, []).ToHashSet();
            foreach (var (name, member) in members)
            {
                NameRequired(member, closed.Required.Contains(name));
                Close(member.Items ?? member);
            }
        }
    }

    private static void NameRequired(IOpenApiSchema member, bool isRequired)
    {
        if (isRequired && member is OpenApiSchema schema)
        {
            schema.Type &= ~JsonSchemaType.Null;
        }
    }
}

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
