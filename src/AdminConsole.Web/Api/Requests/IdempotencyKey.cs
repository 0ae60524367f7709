using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>The name that a caller gives to a request, so that sending it again makes no second key; null when there is none.</summary>
internal sealed record IdempotencyKey(string? Name) : IRequestPart
{
    private const string Header = "Idempotency-Key";

    public ApiProblem? Problem => null;

    public IReadOnlyList<Failure> Faults => Name is null || IdempotencyRecord.IsRequest(Name) ? [] : [IdempotentKeyService.MalformedRequest];

    public static ValueTask<IdempotencyKey> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new IdempotencyKey(http.Request.Headers.TryGetValue(Header, out var name) ? name.ToString() : null));
}
