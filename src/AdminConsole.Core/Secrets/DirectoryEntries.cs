using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AdminConsole.Core.Secrets;

/// <summary>Asks the system for what the runtime cannot do: it opens no directory.</summary>
internal static class DirectoryEntries
{
    private const int ReadOnly = 0;

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

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open(byte[] path, int flags);
}
