using System.Text.Json;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys;

public sealed class KeyDocumentTests
{
    private const int Drawn = 2_000;

    private static readonly KeySnapshot Full = new(
        new()
        {
            Name = "Zähler – 計数",
            Description = "Deploys \"all\"",
            OwnerId = new(Guid.Parse("01938c7e-0000-7000-8000-000000000001")),
            ProjectIds = [new(Guid.Parse("01938c7e-0000-7000-8000-000000000002"))],
            Scopes = ["vm:read", "vm:edit"],
            AllowedCidrs = ["10.0.0.0/8", "2001:db8::/32"],
            BlockedCidrs = ["10.9.0.0/16"],
            Resources = ["docs_*"],
            Referrers = ["*.example.com"],
            Limits = new(1000, 50, "hitsPerPage=5"),
            Claims = """{"plan":"pro"}""",
            Tags = ["ci"],
            StartsAt = A.Monday.AddDays(-1),
            ExpiresAt = A.Monday.AddMilliseconds(1),
        },
        Enabled: false,
        A.Monday,
        RevocationReason.Leaked,
        "In a log",
        new(Guid.Parse("01938c7e-0000-7000-8000-000000000003")),
        new(Guid.Parse("01938c7e-0000-7000-8000-000000000004")));

    [Fact]
    public void A_document_leaves_defaults_out()
    {
        Assert.Equal("""{"settings":{"name":"ci"}}""", KeyDocument.Write(new(new() { Name = "ci" })));
        Assert.Equal("""{"settings":{},"enabled":false}""", KeyDocument.Write(new(new(), Enabled: false)));
    }

    [Fact]
    public void A_document_says_everything_of_the_key()
    {
        var document = KeyDocument.Write(Full);

        Assert.Equivalent(Full, KeyDocument.Read(document), strict: true);
        Assert.Equal(
            typeof(KeySettings).GetProperties().Length,
            JsonElement.Parse(document).GetProperty("settings").EnumerateObject().Count());
        Assert.Equal(typeof(KeySnapshot).GetProperties().Length, JsonElement.Parse(document).EnumerateObject().Count());
    }

    [Fact]
    public void Whatever_document_is_read_is_written_the_same()
    {
        var random = new Random(1);
        for (var count = 0; count < Drawn; count++)
        {
            var key = Draw(random);

            var document = KeyDocument.Write(key);
            var read = KeyDocument.Read(document);

            Assert.Equivalent(key, read, strict: true);
            Assert.Equal(document, KeyDocument.Write(read));
        }
    }

    [Fact]
    public void One_moment_is_one_text()
    {
        var elsewhere = Full.Settings.ExpiresAt!.Value.ToOffset(TimeSpan.FromHours(2)).AddTicks(1);

        Assert.Equal(KeyDocument.Write(Full), KeyDocument.Write(Full with { Settings = Full.Settings with { ExpiresAt = elsewhere } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"settings":{"name":"ci","onlyOnTuesdays":true}}""")]
    public void A_document_that_says_what_is_not_known_cannot_be_read(string document) =>
        Assert.Throws<JsonException>(() => KeyDocument.Read(document));

    // Each field has its default half of the time.
    private static KeySnapshot Draw(Random random)
    {
        var full = Full.Settings;
        var settings = new KeySettings
        {
            Name = Or(full.Name, ""),
            Description = Or(full.Description, ""),
            OwnerId = Or(full.OwnerId, null),
            ProjectIds = Or(full.ProjectIds, []),
            Scopes = Or(full.Scopes, []),
            AllowedCidrs = Or(full.AllowedCidrs, []),
            BlockedCidrs = Or(full.BlockedCidrs, []),
            Resources = Or(full.Resources, []),
            Referrers = Or(full.Referrers, []),
            Limits = new(Or<int?>(random.Next(1, 9), null), Or<int?>(random.Next(1, 9), null), Or<string?>("a=b", null)),
            Claims = Or(full.Claims, null),
            Tags = Or(full.Tags, []),
            StartsAt = Or(full.StartsAt, null),
            ExpiresAt = Or(full.ExpiresAt, null),
        };
        return new(
            settings,
            Or(true, false),
            Or(Full.RevokedAt, null),
            Or<RevocationReason?>(random.GetItems(Enum.GetValues<RevocationReason>(), 1)[0], null),
            Or(Full.RevocationComment, null),
            Or(Full.Replaces, null),
            Or(Full.ReplacedBy, null));

        T Or<T>(T value, T other) => random.Next(2) == 0 ? value : other;
    }
}
