using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>The request's JSON body; of a PATCH, a merge patch (RFC 7396).</summary>
internal sealed class JsonBody<T>(T? value, ApiProblem? problem) : IRequestPart
    where T : class
{
    public T Value => value ?? throw new InvalidOperationException("A body that cannot be read comes to no endpoint.");

    public ApiProblem? Problem => problem;

    public IReadOnlyList<Failure> Faults { get; } = (value as ICheckedBody)?.Faults() ?? [];

    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext http)
    {
        var (value, problem) = await ApiBody.ReadAsync<T>(http.Request, http.RequestAborted);
        return new(value, problem);
    }
}
