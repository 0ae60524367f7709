namespace AdminConsole.Tests.House;

/// <summary>Where things stand, read off the source text.</summary>
public sealed class HouseRulesTests
{
    private const int MaxFiles = 25;
    private const int MaxLines = 200;
    private const int MaxColumns = 150;
    private const string Core = "src/AdminConsole.Core";

    [Fact]
    public void No_folder_of_Core_uses_one_that_uses_it()
    {
        var edges = Edges(SourceFile.Under(Core));

        var circles = edges.Where(edge => Reaches(edges, edge.To, edge.From)).Select(edge => $"{edge.From} uses {edge.To}");

        Assert.Empty(circles);
    }

    [Fact]
    public void Namespaces_of_Core_follow_folders()
    {
        var files = SourceFile.Under(Core);

        var strays = files.Where(file => file.Namespace != file.Folder["src/".Length..].Replace('/', '.'));

        Assert.Empty(strays.Select(file => file.Path));
    }

    [Fact]
    public void Every_type_of_Core_stands_in_the_file_of_its_name()
    {
        var files = SourceFile.Under(Core);

        var strays = files.Where(file => !HasOwnType(file)).Select(file => file.Path)
            .Concat(files.SelectMany(file => file.Types.Where(type => IsStray(file, type)).Select(type => $"{file.Path}: {type.Name}")));

        Assert.Empty(strays);
    }

    [Fact]
    public void No_folder_of_the_source_has_more_files_than_can_be_overlooked()
    {
        var folders = SourceFile.Under("src").GroupBy(file => file.Folder);

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
        var files = SourceFile.Under("src").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

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

    /// <summary>Which namespace uses which: by a using, or by naming a type of a namespace around it.</summary>
    private static HashSet<(string From, string To)> Edges(IReadOnlyList<SourceFile> files)
    {
        var types = files.SelectMany(file => file.Types.Select(type => (file.Namespace, type.Name))).ToLookup(type => type.Namespace, type => type.Name);
        return
        [
            .. files.SelectMany(file => file.Usings.Where(types.Contains).Select(used => (file.Namespace, used))),
            .. files.SelectMany(file => types
                .Where(around => file.Namespace.StartsWith($"{around.Key}.", StringComparison.Ordinal) && around.Any(file.Mentions))
                .Select(around => (file.Namespace, around.Key))),
        ];
    }

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
