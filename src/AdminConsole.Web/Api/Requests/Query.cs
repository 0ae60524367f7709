using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>What the parameters of a request's query ask for.</summary>
internal sealed record Query<TParameters, T>(T Value, IReadOnlyList<Failure> Faults) : IRequestPart
    where TParameters : IQueryParameters<T>
{
    public ApiProblem? Problem => null;

    public static ValueTask<Query<TParameters, T>> BindAsync(HttpContext http)
    {
        var parameters = new ApiParameters(http.Request.Query);
        parameters.AllowOnly([.. TParameters.Taken.Select(parameter => parameter.Name)]);
        var value = TParameters.Read(parameters, http.ApiCaller().OrganizationId);
        return ValueTask.FromResult(new Query<TParameters, T>(value, parameters.Faults));
    }
}
