using AdminConsole.Core.Data;

namespace AdminConsole.Tests.Data;

public sealed class SqliteLibraryTests
{
    [Fact]
    public void The_library_that_ships_is_new_enough() => Assert.True(Version.Parse(DatabaseProbe.SqliteVersion) >= new Version(3, 51, 3));

    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.53.4")]
    [InlineData("4.0.0")]
    public void A_library_with_the_mended_log_is_taken(string version) => SqliteLibrary.RefuseIfTooOld(version);

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.50.4")]
    [InlineData("3.9.99")]
    [InlineData("nonsense")]
    public void A_library_that_can_lose_a_commit_is_refused_with_the_version_that_is_needed(string version)
    {
        var refused = Assert.Throws<ConsoleStartException>(() => SqliteLibrary.RefuseIfTooOld(version));

        Assert.Contains(version, refused.Message, StringComparison.Ordinal);
        Assert.Contains("3.51.3", refused.Message, StringComparison.Ordinal);
    }
}
