using System.Globalization;
using System.Text;

namespace AdminConsole.Core.Data;

/// <summary>
/// Holds the data directory for this process. Keys are verified from memory, and a second process would not see what this one writes.
/// </summary>
public sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <exception cref="ConsoleStartException">Another process has it.</exception>
    public static DataDirectoryLock Take(DataDirectory directory)
    {
        try
        {
            var file = new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new(file);
        }
        catch (IOException taken)
        {
            throw new ConsoleStartException(
                $"Another AdminConsole process uses {directory.Path}. Only one may write to a SQLite database: stop that one first, "
                + "or set Console__DataDirectory to another folder.",
                taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
