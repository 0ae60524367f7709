using System.Text.Json;
using AdminConsole.Web.Api;

namespace AdminConsole.Web.Vendors;

/// <summary>JSON as the vendors write it, and read as strictly as the API's own.</summary>
internal static class VendorJson
{
    /// <summary>Clerk compares the whole header: with a charset behind it, its client takes an answer for text.</summary>
    private const string ContentType = "application/json";

    /// <summary>Members are <c>named_so</c>.</summary>
    public static JsonSerializerOptions SnakeCase { get; } = new(ApiBody.Strict) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Members are <c>namedSo</c>.</summary>
    public static JsonSerializerOptions CamelCase => ApiBody.Strict;

    public static IResult Answer<T>(T body, JsonSerializerOptions options, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(body, options, ContentType, status);
}
