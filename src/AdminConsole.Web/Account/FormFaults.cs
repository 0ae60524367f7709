using AdminConsole.Core.Results;

namespace AdminConsole.Web.Account;

/// <summary>What is wrong with a posted form, field by field.</summary>
/// <param name="Failures">Everything that is wrong.</param>
/// <param name="Fields">The form's fields, in the order in which they are shown.</param>
internal sealed record FormFaults(IReadOnlyList<Failure> Failures, IReadOnlyList<string> Fields)
{
    /// <summary>The field to put the cursor in: the first with a fault, or the first.</summary>
    private string Start => Fields.FirstOrDefault(name => Of(name).Count > 0) ?? Fields[0];

    /// <summary>What belongs to no field of the form.</summary>
    public IReadOnlyList<string> Others => [.. Failures.Where(failure => !Fields.Contains(failure.Field)).Select(failure => failure.Message)];

    public IReadOnlyList<string> Of(string field) =>
        [.. Failures.Where(failure => string.Equals(failure.Field, field, StringComparison.Ordinal)).Select(failure => failure.Message)];

    public bool IsStart(string field) => Others.Count == 0 && string.Equals(Start, field, StringComparison.Ordinal);
}
