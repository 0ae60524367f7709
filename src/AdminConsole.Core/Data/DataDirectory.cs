namespace AdminConsole.Core.Data;

/// <summary>The folder that holds all that the console keeps: the database, the peppers, the data protection keys.</summary>
public sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the folder, and makes it, for this user alone, when there is none.</summary>
    public DataDirectory(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else if (!Directory.Exists(Path))
        {
            Directory.CreateDirectory(Path, OwnerOnly);
        }
    }

    public string Path { get; }

    public string DatabaseFile => File("console.db");

    public string LockFile => File("console.lock");

    public string DataProtectionKeys => File("data-protection-keys");

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
