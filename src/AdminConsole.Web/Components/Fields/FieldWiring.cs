namespace AdminConsole.Web.Components.Fields;

/// <summary>The ids that tie an input to its label, help and errors. Unique, for a dialog may show a field of the same name as its page.</summary>
public sealed class FieldWiring
{
    private readonly string _stem = $"f{Guid.NewGuid():N}";

    public string InputId => $"{_stem}-input";

    public string LabelId => $"{_stem}-label";

    public string HelpId => $"{_stem}-help";

    public string NoteId => $"{_stem}-note";

    public string ErrorsId => $"{_stem}-errors";

    public string? DescribedBy(string? help, IReadOnlyList<string> errors, bool note = false)
    {
        var ids = new List<string>(3);
        if (!string.IsNullOrEmpty(help))
        {
            ids.Add(HelpId);
        }

        if (note)
        {
            ids.Add(NoteId);
        }

        if (errors.Count > 0)
        {
            ids.Add(ErrorsId);
        }

        return ids.Count == 0 ? null : string.Join(' ', ids);
    }
}
