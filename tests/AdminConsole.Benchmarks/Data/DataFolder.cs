namespace AdminConsole.Benchmarks.Data;

/// <summary>A copy of a data set, for what writes so much that the next run would begin with another one.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(string original)
    {
        Path = $"{original}-copy";
        Delete();
        Copy(original, Path);
    }

    public string Path { get; }

    /// <summary>Puts every file of a directory into another one, over those of the same names.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName, overwrite: true);
        }
    }

    public void Dispose() => Delete();

    private void Delete()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
