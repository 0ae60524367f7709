using System.Diagnostics.CodeAnalysis;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Api.Description;

/// <summary>What the OpenAPI document says of an operation; stands beside its endpoint.</summary>
/// <param name="Id">The name of the method in clients made from the document.</param>
internal sealed record OperationText(string Id, string Tag, string Summary, string Description)
{
    /// <summary>The scope that the route asks for.</summary>
    public ManagementScopeRequirement? Needs { get; init; }

    public IReadOnlyList<ParameterText> Parameters { get; init; } = [];

    public RequestText? Body { get; init; }

    /// <summary>Beside those of every operation, of its body and of its parameters.</summary>
    public IReadOnlyList<ErrorText> Errors { get; init; } = [];

    /// <summary>What is answered instead of the usual body, when asked for.</summary>
    public Type? OtherAnswer { get; init; }

    /// <summary>An answer of another type than JSON, as it looks.</summary>
    public string? TextAnswer { get; init; }

    /// <summary>Whether the answer names the version as its ETag.</summary>
    public bool HasVersion { get; init; }

    /// <summary>Whether requests are counted.</summary>
    public bool HasBudget { get; init; } = true;

    public IEnumerable<ErrorText> AllErrors =>
    [
        .. ErrorText.OfAll,
        .. HasBudget ? [ErrorText.Budget] : (ErrorText[])[],
        .. Body is null ? [] : Body.IsPatch ? ErrorText.OfPatch : ErrorText.OfBody,
        .. Parameters.Contains(ParameterText.IfMatch) ? ErrorText.OfVersion : [],
        .. Parameters.Contains(ParameterText.Cursor) ? ErrorText.OfPages : Parameters.Any(IsOfQuery) ? ErrorText.OfQuery : [],
        Needs!.Problem,
        .. Errors,
    ];

    private static bool IsOfQuery(ParameterText parameter) => parameter.Where is Microsoft.OpenApi.ParameterLocation.Query;
}

/// <summary>The body that an operation takes.</summary>
/// <param name="Example">As JSON.</param>
internal sealed record RequestText(Type Type, [StringSyntax(StringSyntaxAttribute.Json)] string Example, bool IsPatch = false)
{
    public string ContentType => IsPatch ? ApiBody.MergePatchType : ApiBody.JsonType;
}

/// <summary>Stands at an endpoint that the document describes. Its text is made when the document is asked for, not at every start.</summary>
internal sealed record OperationDescription(Func<OperationText> Text)
{
    /// <summary>What is said of an endpoint with this metadata; null when nothing is.</summary>
    public static OperationText? In(IList<object> metadata) =>
        metadata.OfType<OperationDescription>().FirstOrDefault()?.Text() is { } text
            ? text with { Needs = metadata.OfType<ManagementScopeRequirement>().Last() }
            : null;
}

internal static class DescribedEndpoints
{
    public static TBuilder Describe<TBuilder>(this TBuilder endpoint, Func<OperationText> text)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OperationDescription(text));
}
