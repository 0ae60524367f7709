using AdminConsole.Core.Results;

namespace AdminConsole.Web.Api.Requests;

/// <summary>A body whose members can be wrong each for itself.</summary>
internal interface ICheckedBody
{
    IReadOnlyList<Failure> Faults();
}
