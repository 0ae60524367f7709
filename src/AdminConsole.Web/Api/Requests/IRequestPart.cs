using AdminConsole.Core.Results;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Requests;

/// <summary>
/// A part of a request that an endpoint takes as a parameter. The framework's own binding would ignore unknown parameters, word its own refusals, and
/// refuse before the request is counted: a part binds always, and <see cref="ReadableRequestFilter"/> answers why it cannot be used.
/// </summary>
internal interface IRequestPart
{
    /// <summary>Why it cannot be read.</summary>
    ApiProblem? Problem { get; }

    /// <summary>What is wrong with what was read.</summary>
    IReadOnlyList<Failure> Faults { get; }
}
