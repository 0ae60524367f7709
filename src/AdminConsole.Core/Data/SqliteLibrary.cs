namespace AdminConsole.Core.Data;

/// <summary>The SQLite library that this process has loaded.</summary>
internal static class SqliteLibrary
{
    /// <summary>Before this version two connections that write or checkpoint at the same time can lose a committed transaction.</summary>
    public static readonly Version Oldest = new(3, 51, 3);

    /// <exception cref="ConsoleStartException">The library is older than <see cref="Oldest"/>.</exception>
    public static void RefuseIfTooOld(string version)
    {
        if (!Version.TryParse(version, out var loaded) || loaded < Oldest)
        {
            throw new ConsoleStartException(
                $"SQLite {version} can lose committed data: {Oldest} or later is needed. "
                    + "Install the console with the e_sqlite3 library that it was published with.");
        }
    }
}
