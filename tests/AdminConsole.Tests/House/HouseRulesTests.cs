namespace AdminConsole.Tests.House;

/// <summary>Where things stand, read off the source text.</summary>
public sealed class HouseRulesTests
{
    private const int MaxFiles = 25;
    private const int MaxLines = 200;
    private const int MaxColumns = 150;
    private const string Core = "src/AdminConsole.Core";
    private const string Web = "src/AdminConsole.Web";

    [Theory]
    [InlineData(Core)]
    [InlineData(Web)]
    public void No_folder_uses_one_that_uses_it(string project)
    {
        var edges = Edges(SourceFile.Under(project));

        var circles = edges.Where(edge => Reaches(edges, edge.To, edge.From)).Select(edge => $"{edge.From} uses {edge.To}");

        Assert.Empty(circles);
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Web)]
    public void Namespaces_follow_folders(string project)
    {
        var files = SourceFile.Under(project).Where(file => file.Namespace.Length > 0);

        var strays = files.Where(file => file.Namespace != file.Folder["src/".Length..].Replace('/', '.'));

        Assert.Empty(strays.Select(file => file.Path));
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Web)]
    public void Every_type_stands_in_the_file_of_its_name(string project)
    {
        var files = SourceFile.Under(project).Where(file => file.Name != "Program").ToList();

        var strays = files.Where(file => !HasOwnType(file)).Select(file => file.Path)
            .Concat(files.SelectMany(file => file.Types.Where(type => IsStray(file, type)).Select(type => $"{file.Path}: {type.Name}")));

        Assert.Empty(strays);
    }

    [Fact]
    public void No_folder_of_the_source_has_more_files_than_can_be_overlooked()
    {
        var folders = SourceFile.Under("src", "tests").GroupBy(file => file.Folder);

        var crowded = folders.Where(folder => folder.Select(file => file.Name).Distinct().Count() > MaxFiles).Select(folder => folder.Key);

        Assert.Empty(crowded);
    }

    [Fact]
    public void No_file_of_the_source_is_longer_than_can_be_overlooked()
    {
        var files = SourceFile.Under("src");

        var longest = files.Where(file => file.Lines.Count > MaxLines).Select(file => file.Path);

        Assert.Empty(longest);
    }

    [Fact]
    public void No_line_of_the_source_is_longer_than_the_editor_is_wide()
    {
        var files = SourceFile.Under("src", "tests");

        var longest = files.SelectMany(
            file => file.Lines.Index().Where(line => line.Item.Length > MaxColumns).Select(line => $"{file.Path}:{line.Index + 1}"));

        Assert.Empty(longest);
    }

    // A delegate has no body that could stand for its file.
    private static bool HasOwnType(SourceFile file) =>
        file.Types.Any(type => type.Name == file.Name) || file.Text.Contains(" delegate ", StringComparison.Ordinal);

    // A record or an enum may stand beside its only user; a class may where its name begins with the file's, as a configuration does.
    private static bool IsStray(SourceFile file, (string Keyword, string Name) type) =>
        type.Keyword is "class" or "struct" or "interface" && !type.Name.StartsWith(file.Name, StringComparison.Ordinal);

    /// <summary>Which namespace uses which: by a using, or by naming a type of a namespace around it. Markup sees more than it uses.</summary>
    private static HashSet<(string From, string To)> Edges(IReadOnlyList<SourceFile> files)
    {
        var types = files.Where(file => !file.IsImports)
            .SelectMany(file => file.Types.Select(type => (file.Namespace, type.Name))).ToLookup(type => type.Namespace, type => type.Name);
        var imports = files.Where(file => file.IsImports).ToList();
        return
        [
            .. files.Where(file => !file.IsMarkup)
                .SelectMany(file => file.Usings.Where(types.Contains).Select(used => (file.Namespace, used))),
            .. files.Where(file => !file.IsImports).SelectMany(file => types
                .Where(seen => (IsAround(seen.Key, file) || (file.IsMarkup && UsingsOf(file, imports).Contains(seen.Key))) && seen.Any(file.Mentions))
                .Select(seen => (file.Namespace, seen.Key))),
        ];
    }

    private static bool IsAround(string @namespace, SourceFile file) => file.Namespace.StartsWith($"{@namespace}.", StringComparison.Ordinal);

    private static IEnumerable<string> UsingsOf(SourceFile markup, IEnumerable<SourceFile> imports) => imports
        .Where(file => file.Namespace == markup.Namespace || IsAround(file.Namespace, markup)).SelectMany(file => file.Usings)
        .Concat(markup.Usings)
        .Where(used => used != markup.Namespace);

    private static bool Reaches(HashSet<(string From, string To)> edges, string start, string goal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var next))
        {
            if (next == goal)
            {
                return true;
            }

            if (seen.Add(next))
            {
                edges.Where(edge => edge.From == next).ToList().ForEach(edge => open.Push(edge.To));
            }
        }

        return false;
    }
}
