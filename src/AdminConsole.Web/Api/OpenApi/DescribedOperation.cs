using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>What an endpoint's metadata says of its operation.</summary>
internal sealed class DescribedOperation
{
    private readonly IList<object> _metadata;
    private readonly string _path;

    private DescribedOperation(ApiDescription description, ManagementScopeRequirement needs)
    {
        (_metadata, _path, Needs) = (description.ActionDescriptor.EndpointMetadata, description.RelativePath!, needs);
        IsPatch = HttpMethods.IsPatch(description.HttpMethod!);
    }

    public ManagementScopeRequirement Needs { get; }

    public bool IsPatch { get; }

    public string? BodyExample => Find<BodyExample>()?.Json;

    public Type? Body => Find<BodyExample>() is { } example
        ? example.Body
            ?? PartTypes.Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(JsonBody<>)).GetGenericArguments()[0]
        : null;

    public string BodyType => IsPatch ? ApiBody.MergePatchType : ApiBody.JsonType;

    public bool HasETag => Find<ETagAnswered>() is not null;

    public Type? OtherAnswer => Find<OtherAnswer>()?.Body;

    public string? TextAnswer => Find<TextAnswer>()?.Example;

    public bool HasPages => Taken.Contains(ParameterText.Cursor);

    public IReadOnlyList<ParameterText> Parameters =>
    [
        .. _path.Contains("{id}", StringComparison.Ordinal) ? [IdOf(_path)] : (ParameterText[])[],
        .. IsTaken<IfMatch>() ? [ParameterText.IfMatch] : (ParameterText[])[],
        .. IsTaken<IdempotencyKey>() ? [ParameterText.IdempotencyKey] : (ParameterText[])[],
        .. Taken,
    ];

    /// <summary>Every error that may be answered: of the credentials, of each part of the request, and of the endpoint itself.</summary>
    public IEnumerable<ErrorText> Errors =>
    [
        .. ErrorText.OfAll,
        .. Find<ApiRateLimitFilter>() is null ? [] : (ErrorText[])[ApiRateLimiter.Spent],
        .. Body is null ? [] : IsPatch ? ErrorText.OfPatch : ErrorText.OfBody,
        .. IsTaken<IfMatch>() ? ErrorText.OfVersion : [],
        .. IsTaken<IdempotencyKey>() ? ErrorText.OfIdempotency : [],
        .. HasPages ? ErrorText.OfPages : Taken.Any(IsOfQuery) ? ErrorText.OfQuery : [],
        Needs.Problem,
        .. Find<OwnErrors>()?.Errors() ?? [],
    ];

    private IEnumerable<Type> PartTypes => _metadata.OfType<IParameterBindingMetadata>().Select(parameter => parameter.ParameterInfo.ParameterType);

    private IReadOnlyList<ParameterText> Taken => Find<TakenParameters>()?.Parameters ?? [];

    /// <summary>Of an endpoint of the API's: one that has a name and asks for a scope. Null of every other.</summary>
    public static DescribedOperation? Of(ApiDescription description)
    {
        var metadata = description.ActionDescriptor.EndpointMetadata;
        var needs = metadata.OfType<ManagementScopeRequirement>().LastOrDefault();
        return needs is not null && metadata.OfType<IEndpointNameMetadata>().Any() ? new(description, needs) : null;
    }

    private static ParameterText IdOf(string path) =>
        path.Contains("/projects/", StringComparison.Ordinal) ? ParameterText.Id(Project.IdPrefix, "project")
        : path.Contains("/owners/", StringComparison.Ordinal) ? ParameterText.Id(Owner.IdPrefix, "owner")
        : ParameterText.Id(ApiKey.IdPrefix, "key");

    private static bool IsOfQuery(ParameterText parameter) => parameter.Where is Microsoft.OpenApi.ParameterLocation.Query;

    private bool IsTaken<T>() => PartTypes.Contains(typeof(T));

    private T? Find<T>()
        where T : class => _metadata.OfType<T>().LastOrDefault();
}
