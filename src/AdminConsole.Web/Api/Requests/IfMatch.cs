using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>The version that a change was made from.</summary>
internal sealed record IfMatch(int Version, ApiProblem? Problem) : IRequestPart
{
    public IReadOnlyList<Failure> Faults => [];

    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        var (version, problem) = EntityTag.Expected(http.Request);
        return ValueTask.FromResult(new IfMatch(version, problem));
    }
}
