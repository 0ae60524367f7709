using System.Text.Json.Serialization;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>
/// An error as Stack answers it. Its client makes an exception of a class of its own from one whose code it is told in a header too.
/// </summary>
internal sealed record StackError(string Code, string Error, [property: JsonIgnore] int Status) : IResult
{
    public static readonly StackError KeyNotFound = new("API_KEY_NOT_FOUND", "API key not found.", StatusCodes.Status404NotFound);
    public static readonly StackError KeyRevoked = new("API_KEY_REVOKED", "API key has been revoked.", StatusCodes.Status401Unauthorized);
    public static readonly StackError KeyExpired = new("API_KEY_EXPIRED", "API key has expired.", StatusCodes.Status401Unauthorized);
    public static readonly StackError UserNotFound = new("USER_NOT_FOUND", "User not found.", StatusCodes.Status404NotFound);
    public static readonly StackError KeyRequired =
        new("SERVER_AUTHENTICATION_REQUIRED", "The secret server key must be provided.", StatusCodes.Status401Unauthorized);

    private static readonly string[] AllowedAccess = [StackHeaders.ServerAccess, StackHeaders.AdminAccess];

    /// <summary>What the exception of the client says beside its class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Details { get; init; }

    /// <summary>Whether Stack has such an error. Its client takes another for a plain failure.</summary>
    [JsonIgnore]
    public bool IsKnown { get; init; } = true;

    public static StackError WrongKeyType(string expected, string actual) =>
        new("WRONG_API_KEY_TYPE", $"This endpoint is for {expected} API keys, but a {actual} API key was provided.", StatusCodes.Status400BadRequest)
        {
            Details = new { ExpectedType = expected, ActualType = actual },
        };

    public static StackError TeamNotFound(string id) =>
        new("TEAM_NOT_FOUND", $"Team {id} not found.", StatusCodes.Status404NotFound) { Details = new { TeamId = id } };

    public static StackError ProjectNotFound(HttpRequest request)
    {
        var project = StackHeaders.ProjectOf(request);
        return new(
            "CURRENT_PROJECT_NOT_FOUND",
            $"The current project with ID {project} was not found. Please check the value of the x-stack-project-id header.",
            StatusCodes.Status400BadRequest)
        {
            Details = new { ProjectId = project },
        };
    }

    public static StackError KeyInvalid(HttpRequest request)
    {
        var project = StackHeaders.ProjectOf(request);
        return new(
            "INVALID_SECRET_SERVER_KEY",
            $"The secret server key is not valid for the project \"{project}\". Does the project and/or the key exist?",
            StatusCodes.Status401Unauthorized)
        {
            Details = new { ProjectId = project },
        };
    }

    public static StackError InsufficientAccess(string actual) =>
        new(
            "INSUFFICIENT_ACCESS_TYPE",
            $"The x-stack-access-type header must be 'server' or 'admin', but was '{actual}'.",
            StatusCodes.Status401Unauthorized)
        {
            Details = new { ActualAccessType = actual, AllowedAccessTypes = AllowedAccess },
        };

    public static StackError Unreadable(string message) =>
        new("BODY_PARSING_ERROR", message, StatusCodes.Status400BadRequest) { Details = new { Message = message } };

    /// <summary>The request is not what it must be, for these reasons.</summary>
    public static StackError Schema(HttpRequest request, params IEnumerable<string> reasons)
    {
        // The vendor's path, without what it has here before it.
        var path = request.Path.StartsWithSegments(StackRoutes.Prefix, StringComparison.OrdinalIgnoreCase, out var own) ? own : request.Path;
        return Schema($"Request validation failed on {request.Method} {path}:{string.Concat(reasons.Select(reason => $"\n  - {reason}"))}");
    }

    /// <summary>The same where the vendor says no more than this.</summary>
    public static StackError Schema(string message) =>
        new("SCHEMA_ERROR", message, StatusCodes.Status400BadRequest) { Details = new { Message = message } };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (IsKnown)
        {
            StackHeaders.SendKnownError(httpContext.Response, Code);
        }

        return VendorJson.SnakeCase.Answer(this, Status).ExecuteAsync(httpContext);
    }
}
