using System.Text.Json;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors;

/// <summary>JSON as the vendors write it, and read as strictly as the API's own.</summary>
internal sealed class VendorJson(JsonNamingPolicy naming)
{
    /// <summary>Clerk compares the whole header: with a charset behind it, its client takes an answer for text.</summary>
    private const string ContentType = "application/json";

    /// <summary>Members are <c>named_so</c>.</summary>
    public static readonly VendorJson SnakeCase = new(JsonNamingPolicy.SnakeCaseLower);

    /// <summary>Members are <c>namedSo</c>.</summary>
    public static readonly VendorJson CamelCase = new(JsonNamingPolicy.CamelCase);

    // Claims may be as deep as a body, and stand deeper in an answer: one key would be the end of its whole list.
    private readonly JsonSerializerOptions _answers = new(ApiBody.Strict) { PropertyNamingPolicy = naming, MaxDepth = 2 * ApiBody.MaxDepth };

    /// <summary>For bodies.</summary>
    public JsonSerializerOptions Reading { get; } = new(ApiBody.Strict) { PropertyNamingPolicy = naming };

    public IResult Answer<T>(T body, int status = StatusCodes.Status200OK) => TypedResults.Json(body, _answers, ContentType, status);
}
