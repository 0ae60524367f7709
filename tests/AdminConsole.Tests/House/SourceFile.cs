using System.Reflection;
using System.Text.RegularExpressions;

namespace AdminConsole.Tests.House;

/// <summary>A source file as the house rules read it.</summary>
/// <param name="Path">From the root of the repository.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string Root = typeof(SourceFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepoRoot").Value!;

    /// <summary>Its name without what follows the first dot: a page and its code behind have one.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Markup has the namespace of its folder.</summary>
    public string Namespace => IsMarkup ? Folder["src/".Length..].Replace('/', '.') : NamespaceLine().Match(Text).Groups["name"].Value;

    public bool IsMarkup => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>Namespaces that it gives to the markup of its folder, and of those below.</summary>
    public bool IsImports => Name == "_Imports";

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    public IEnumerable<string> Usings => UsingLine().Matches(Text).Select(match => match.Groups["name"].Value);

    /// <summary>The types at the top of the file, each with the word that declares it.</summary>
    public IReadOnlyList<(string Keyword, string Name)> Types =>
        IsMarkup ? [("class", Name)] : [.. TypeLine().Matches(Text).Select(match => (match.Groups["keyword"].Value, match.Groups["name"].Value))];

    /// <summary>The source files of these folders, without generated ones.</summary>
    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => System.IO.Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => System.IO.Path.GetRelativePath(Root, file))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(Root, path)))),
    ];

    public bool Mentions(string type) => Regex.IsMatch(Text, $@"\b{type}\b", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^@?using (static )?(?<name>[\w.]+);?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsingLine();

    [GeneratedRegex(
        "^(public |internal |file |sealed |static |abstract |partial |readonly )*"
        + @"(?<keyword>class|struct|interface|enum|record struct|record) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeLine();
}
