using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Requests;

/// <summary>What the OpenAPI document says of a member of a body or of a parameter: what it means, its limits, and an example.</summary>
internal sealed record FieldText(string Description, JsonNode? Example = null)
{
    /// <summary>Of a text, or of each text in a list.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The values that a text may have, where its type does not say.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Left out of some answers.</summary>
    public bool IsOptional { get; init; }

    /// <summary>JSON of a form that depends on other members.</summary>
    public bool IsAnyJson { get; init; }

    public void ApplyTo(IOpenApiSchema member)
    {
        member.Description = Description;
        if (member is OpenApiSchema schema)
        {
            (schema.MinItems, schema.MaxItems) = (MinItems, MaxItems);
            schema.Type = IsAnyJson ? null : schema.Type;
            LimitValue(schema.Items as OpenApiSchema ?? schema);
        }
    }

    private void LimitValue(OpenApiSchema schema)
    {
        (schema.MinLength, schema.MaxLength) = (MinLength, MaxLength);
        schema.Pattern = Pattern ?? schema.Pattern;
        schema.Minimum = Minimum?.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = Maximum?.ToString(CultureInfo.InvariantCulture);
        if (Names.Count > 0)
        {
            // Null says no more than leaving it out.
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Names.Select(name => (JsonNode)name)]);
        }
    }
}
