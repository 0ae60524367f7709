using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Api;

/// <summary>Says which parameters a route takes, and what they ask for.</summary>
internal interface IQueryParameters<out T>
{
    /// <summary>No other parameter is taken.</summary>
    static abstract IReadOnlyList<ParameterText> Taken { get; }

    static abstract T Read(ApiParameters parameters, Id<Organization> organization);
}

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
