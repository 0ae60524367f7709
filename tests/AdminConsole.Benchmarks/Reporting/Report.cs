using System.Globalization;
using System.Text;

namespace AdminConsole.Benchmarks.Reporting;

/// <summary>Collects the figures of a run, prints each as it comes, and puts them into the README between its markers.</summary>
internal sealed class Report(string section, bool quick)
{
    private readonly List<string> _rows = [];
    private readonly List<string> _notes = [];

    /// <summary>Whether every goal that was measured is reached.</summary>
    public bool Holds { get; private set; } = true;

    public void Add(Figure figure)
    {
        Holds &= figure.Holds;
        var row = FormattableString.Invariant(
            $"| {figure.Goal} | {figure.Ours} | {figure.Beside} | {figure.Ratio:0.00} | {figure.Limit} | {figure.Verdict} |");
        _rows.Add(row);
        Console.WriteLine(row);
    }

    public void Note(string text)
    {
        _notes.Add(text);
        Console.WriteLine(text);
    }

    public async Task WriteAsync(CancellationToken cancellation)
    {
        var readme = Path.Combine(Repository.Root, "tests", "AdminConsole.Benchmarks", "README.md");
        var text = await File.ReadAllTextAsync(readme, cancellation);
        var (begin, end) = ($"<!-- {section} -->\n", $"<!-- /{section} -->");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        await File.WriteAllTextAsync(readme, text[..start] + Content() + text[stop..], cancellation);
    }

    private string Content()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Describe()}, {(quick ? "short runs" : "median of three runs")}.\n\n");
        if (_rows.Count > 0)
        {
            text.Append("| Goal | Console | Beside | Ratio | Goal | Holds |\n|---|---|---|---|---|---|\n");
            text.AppendJoin('\n', _rows).Append("\n\n");
        }

        foreach (var note in _notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        return text.ToString();
    }
}
