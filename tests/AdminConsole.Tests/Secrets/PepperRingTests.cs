using System.Text.Json;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Tests.Secrets;

public sealed class PepperRingTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _parent = Directory.CreateTempSubdirectory("pepper").FullName;

    private string DataDirectory => Path.Combine(_parent, "data");

    private string PepperPath => Path.Combine(DataDirectory, "pepper.json");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void The_first_start_makes_a_pepper_that_later_starts_use()
    {
        var first = PepperRing.Open(DataDirectory, storedCanary: null);
        var second = PepperRing.Open(DataDirectory, first.Canary());

        Assert.Equal(new SecretHasher(first).Hash("secret"), new SecretHasher(second).Hash("secret"));
        Assert.Equal((1, 32), (first.CurrentId, Convert.FromBase64String(Content().GetProperty("peppers").GetProperty("1").GetString()!).Length));
    }

    [Fact]
    public void The_file_and_its_directory_are_for_their_owner_alone_and_nothing_else_is_left()
    {
        PepperRing.Open(DataDirectory, storedCanary: null);

        Assert.Equal(OwnerOnly, Mode(PepperPath));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, Mode(DataDirectory));
        Assert.Equal([PepperPath], Directory.GetFileSystemEntries(DataDirectory));
    }

    [Fact]
    public void Two_data_directories_get_different_peppers()
    {
        var one = PepperRing.Open(DataDirectory, storedCanary: null);
        var other = PepperRing.Open(Path.Combine(_parent, "other"), storedCanary: null);

        Assert.NotEqual(one.Canary(), other.Canary());
        Assert.False(one.Accepts(other.Canary()));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_can_use_is_refused_with_the_remedy(UnixFileMode others)
    {
        PepperRing.Open(DataDirectory, storedCanary: null);
        SetMode(PepperPath, OwnerOnly | others);

        var refusal = Assert.Throws<PepperException>(() => PepperRing.Open(DataDirectory, storedCanary: null));

        Assert.Contains($"chmod 600 {PepperPath}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_used_database_without_its_file_is_refused_and_no_new_pepper_is_made()
    {
        var canary = PepperRing.Open(DataDirectory, storedCanary: null).Canary();
        File.Delete(PepperPath);

        var refusal = Assert.Throws<PepperException>(() => PepperRing.Open(DataDirectory, canary));

        Assert.Contains("missing", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PepperPath));
    }

    [Fact]
    public void A_database_used_with_another_pepper_is_refused()
    {
        var foreign = PepperRing.Open(Path.Combine(_parent, "other"), storedCanary: null).Canary();
        PepperRing.Open(DataDirectory, storedCanary: null);

        var refusal = Assert.Throws<PepperException>(() => PepperRing.Open(DataDirectory, foreign));

        Assert.Contains("not the pepper", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1:")]
    [InlineData("2:00")]
    public void A_damaged_canary_is_refused(string canary)
    {
        PepperRing.Open(DataDirectory, storedCanary: null);

        Assert.Throws<PepperException>(() => PepperRing.Open(DataDirectory, canary));
    }

    [Fact]
    public void While_peppers_change_the_canary_of_the_old_one_is_accepted_and_the_new_one_given()
    {
        var old = PepperRing.Open(DataDirectory, storedCanary: null);
        var first = Content().GetProperty("peppers").GetProperty("1").GetString();
        Overwrite($$$"""{"current":2,"peppers":{"1":"{{{first}}}","2":"{{{Convert.ToBase64String(new byte[32])}}}"}}""");

        var ring = PepperRing.Open(DataDirectory, old.Canary());

        Assert.Equal([2, 1], ring.Ids);
        Assert.StartsWith("2:", ring.Canary(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"current":1,"peppers":{}}""")]
    [InlineData("""{"current":1,"peppers":{"1":null}}""")]
    [InlineData("""{"current":1,"peppers":{"1":"c2hvcnQ="}}""")]
    [InlineData("""{"current":1,"peppers":{"1":"not base64 hunter2"}}""")]
    [InlineData("""{"current":2,"peppers":{"1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}""")]
    [InlineData("""{"current":1,"peppers":{"one":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}""")]
    public void A_damaged_file_is_refused_without_being_quoted(string content)
    {
        PepperRing.Open(DataDirectory, storedCanary: null);
        Overwrite(content);

        var refusal = Assert.Throws<PepperException>(() => PepperRing.Open(DataDirectory, storedCanary: null));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_canary_gives_nothing_of_the_pepper_away()
    {
        var ring = PepperRing.Open(DataDirectory, storedCanary: null);
        var pepper = Convert.FromBase64String(Content().GetProperty("peppers").GetProperty("1").GetString()!);

        Assert.DoesNotContain(Convert.ToHexStringLower(pepper), ring.Canary(), StringComparison.Ordinal);
        Assert.Equal("peppers 1", ring.ToString());
    }

    private JsonElement Content() => JsonDocument.Parse(File.ReadAllText(PepperPath)).RootElement;

    private void Overwrite(string content)
    {
        File.WriteAllText(PepperPath, content);
        SetMode(PepperPath, OwnerOnly);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
