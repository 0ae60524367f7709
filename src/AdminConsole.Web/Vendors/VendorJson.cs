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

    // Claims may be as deep as a body, and stand deeper in an answer: one key would be the end of its whole list.
    private static JsonSerializerOptions SnakeCaseAnswers { get; } = new(SnakeCase) { MaxDepth = 2 * ApiBody.MaxDepth };

    private static JsonSerializerOptions CamelCaseAnswers { get; } = new(CamelCase) { MaxDepth = 2 * ApiBody.MaxDepth };

    public static IResult Answer<T>(T body, JsonSerializerOptions options, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(body, options == SnakeCase ? SnakeCaseAnswers : CamelCaseAnswers, ContentType, status);
}
