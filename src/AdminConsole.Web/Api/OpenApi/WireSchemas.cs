using System.Text.Json;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Says how our own types look in JSON: ids, members that may be left out, JSON as it is.</summary>
internal sealed class WireSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (IsOurs(context.JsonTypeInfo.Type))
        {
            Describe(schema, context.JsonTypeInfo.Type);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether the serializer's own description of a type says nothing.</summary>
    public static bool IsOurs(Type type)
    {
        var plain = Plain(type);
        return IsOptional(type) || IsId(ItemOf(plain) ?? plain) || plain == typeof(JsonElement);
    }

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var plain = Plain(type);
        var isNullable = plain != type;
        schema.Properties = null;
        schema.Type = isNullable ? TypeOf(plain) | JsonSchemaType.Null : TypeOf(plain);
        schema.Format = plain == typeof(DateTimeOffset) ? "date-time" : plain == typeof(int) ? "int32" : null;
        schema.Pattern = IsId(plain) ? $"^{PrefixOf(plain)}[0-9a-f]{{32}}$" : null;
        if (ItemOf(plain) is { } item)
        {
            var items = new OpenApiSchema();
            Describe(items, item);
            schema.Items = items;
        }
    }

    /// <summary>Without what says that it may be left out or be null.</summary>
    private static Type Plain(Type type) => type switch
    {
        _ when IsOptional(type) => Plain(type.GetGenericArguments()[0]),
        _ => Nullable.GetUnderlyingType(type) ?? type,
    };

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static JsonSchemaType TypeOf(Type type) =>
        type == typeof(int) ? JsonSchemaType.Integer
        : type == typeof(bool) ? JsonSchemaType.Boolean
        : type == typeof(JsonElement) ? JsonSchemaType.Object
        : ItemOf(type) is not null ? JsonSchemaType.Array
        : JsonSchemaType.String;

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private static string PrefixOf(Type id) =>
        (string)id.GetGenericArguments()[0].GetProperty(nameof(IIdentified.IdPrefix))!.GetValue(null)!;
}
