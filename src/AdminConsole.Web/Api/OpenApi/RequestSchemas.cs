using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

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
