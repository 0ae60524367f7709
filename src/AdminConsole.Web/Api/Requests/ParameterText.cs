using AdminConsole.Web.Text;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Requests;

/// <summary>What the OpenAPI document says of a parameter.</summary>
internal sealed record ParameterText(string Name, FieldText Text)
{
    public static readonly ParameterText Limit = Number(ApiParameters.Limit, "How many entries a page has; 50 unless given.", 1, 100);

    public static readonly ParameterText Cursor = new(
        ApiParameters.Cursor,
        new("Where the page begins: `nextCursor` of the page before, from the same question. Opaque.", "AYx2eUwB") { MaxLength = 1500 });

    public static readonly ParameterText IfMatch = new(
        "If-Match", new("The `ETag` of the version that the change was made from. A star is not taken.", "\"3\""))
    {
        Where = ParameterLocation.Header,
        IsRequired = true,
    };

    public static readonly ParameterText IdempotencyKey = new(
        "Idempotency-Key",
        new(
            "A name that the caller gives to this request: sent again within a day, "
                + "it makes no second key and answers the first without its secret. Visible ASCII characters.",
            "deploy-2026-03-02")
        { MinLength = 1, MaxLength = 255 })
    {
        Where = ParameterLocation.Header,
    };

    public ParameterLocation Where { get; init; } = ParameterLocation.Query;

    public bool IsRequired { get; init; }

    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    public string? Format { get; init; }

    /// <summary>The id that stands in the address of one key, project or owner.</summary>
    public static ParameterText Id(string prefix, string noun) =>
        new("id", new($"The {noun}'s id: `{prefix}` and 32 hexadecimal digits.", $"{prefix}019567d2a1c07d3e8f2b6a4c91e05d37"))
        {
            Where = ParameterLocation.Path,
            IsRequired = true,
        };

    public static ParameterText Number(string name, string description, int min, int max) =>
        new(name, new(description, min) { Minimum = min, Maximum = max }) { Type = JsonSchemaType.Integer };

    public static ParameterText OneOf<T>(string name, string description)
        where T : struct, Enum => new(name, new(description, EnumNames.Of(default(T))) { Names = [.. Enum.GetValues<T>().Select(EnumNames.Of)] });

    /// <summary>Parameters that a vendor's own documents describe.</summary>
    public static IReadOnlyList<ParameterText> Undescribed(params IReadOnlyList<string> names) =>
        [.. names.Select(name => new ParameterText(name, new("")))];

    public OpenApiParameter ToParameter()
    {
        var schema = new OpenApiSchema { Type = Type, Format = Format };
        Text.ApplyTo(schema);
        schema.Description = null;
        return new()
        {
            Name = Name,
            In = Where,
            Required = IsRequired,
            Description = Text.Description,
            Schema = schema,
            Example = Text.Example?.DeepClone(),
        };
    }
}
