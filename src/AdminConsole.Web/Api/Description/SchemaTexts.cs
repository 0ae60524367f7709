using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Description;

/// <summary>What the OpenAPI document says of the members of some schemas.</summary>
/// <param name="schemas">Their names in the document.</param>
internal sealed class SchemaTexts(params IReadOnlyList<string> schemas) : Dictionary<string, FieldText>(StringComparer.Ordinal)
{
    public IReadOnlyList<string> Schemas { get; } = schemas;
}
