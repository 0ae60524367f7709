using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AdminConsole.Core.Secrets;

/// <summary>What the runtime cannot do with names in a directory, so that the system is asked.</summary>
internal static class DirectoryEntries
{
    private const int ReadOnly = 0;
    private const int AlreadyExists = 17;

    /// <summary>Makes a new name outlast a power cut. Flushing a file does not flush the entry that names it.</summary>
    public static void Flush(string directory)
    {
        // Windows writes entries through, and has no such call.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(directory + '\0'), ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"Cannot open the directory {directory} to flush it.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>
    /// Gives a file its name, unless there is one of that name: of several at once, one does. The runtime's own move looks first and moves then, so that
    /// two could both be first.
    /// </summary>
    public static bool TryRename(string temporary, string name)
    {
        if (OperatingSystem.IsWindows() || !TryLink(temporary, name, out var exists))
        {
            return TryMove(temporary, name);
        }

        File.Delete(temporary);
        return !exists;
    }

    private static bool TryMove(string temporary, string name)
    {
        try
        {
            File.Move(temporary, name);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            File.Delete(temporary);
            return false;
        }
    }

    // Not every file system has links. There, the lock on the data directory keeps a second console away.
    private static bool TryLink(string temporary, string name, out bool exists)
    {
        var linked = Link(Encoding.UTF8.GetBytes(temporary + '\0'), Encoding.UTF8.GetBytes(name + '\0')) == 0;
        exists = !linked && Marshal.GetLastPInvokeError() == AlreadyExists;
        return linked || exists;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(byte[] from, byte[] to);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open(byte[] path, int flags);
}
