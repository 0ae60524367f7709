using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Algolia;

/// <summary>A key that is no admin's, as Algolia's search keys, calls by itself.</summary>
public sealed class AlgoliaOwnKeyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Reads_itself_by_its_value_or_its_id_without_its_description()
    {
        using var admin = await served.VendorAsync("/1", ManagementScopes.All);
        var secret = (await admin.PostAsync(
            "/keys",
            """{"acl":["search"],"description":"For the shop","indexes":["books"],"referers":[],"maxHitsPerQuery":20}""")).Text("key")!;
        using var search = Client(secret);

        var own = await search.GetAsync($"/keys/{secret}");

        Assert.Equal((HttpStatusCode.OK, secret, "<redacted>"), (own.Status, own.Text("value"), own.Text("description")));
        Assert.Equal((await admin.GetAsync($"/keys/{secret}")).Body.Members(), own.Body.Members());
        Assert.Equal(["search", "books"], own.Texts("acl").Concat(own.Texts("indexes")));
        var id = (await admin.GetAsync("/keys"))["keys"][0].GetProperty("value").GetString();
        Assert.Equal(id, (await search.GetAsync($"/keys/{id}")).Text("value"));
    }

    [Fact]
    public async Task May_do_nothing_else()
    {
        var (own, other) = (await CreateAsync(), await CreateAsync());
        using var search = Client(own);

        var refused = new[]
        {
            await search.GetAsync("/keys"),
            await search.GetAsync($"/keys/{other}"),
            await search.PostAsync("/keys", """{"acl":["search"]}"""),
            await search.PutAsync($"/keys/{own}", """{"acl":["admin"]}"""),
            await search.DeleteAsync($"/keys/{own}"),
            await search.PostAsync($"/keys/{own}/restore"),
        };

        Assert.All(
            refused,
            answer => Assert.Equal((HttpStatusCode.Forbidden, "Method not allowed with this API key"), (answer.Status, answer.Text("message"))));
        Assert.Equal(HttpStatusCode.OK, (await search.GetAsync($"/keys/{own}")).Status);
    }

    /// <summary>What keeps a key from being used keeps it from reading itself.</summary>
    public static TheoryData<string, KeySettings> Unusable => new()
    {
        { "network", A.Settings() with { AllowedCidrs = ["203.0.113.0/24"] } },
        { "blocked", A.Settings() with { BlockedCidrs = ["127.0.0.0/8", "::1/128"] } },
        { "referrer", A.Settings() with { Referrers = ["*.example.com"] } },
        { "start", A.Settings() with { StartsAt = A.Monday.AddYears(9) } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task Reads_nothing_where_it_may_not_be_used(string why, KeySettings settings)
    {
        var secret = (await served.CreateAsync(settings)).Secret.Reveal();
        using var search = Client(secret);

        Assert.True(IsWrong(await search.GetAsync($"/keys/{secret}")), why);
    }

    [Fact]
    public async Task Reads_nothing_once_it_is_revoked_or_of_another_application()
    {
        var revoked = await served.CreateAsync(A.Settings());
        await served.RevokeAsync(revoked);
        using var ended = Client(revoked.Secret.Reveal());
        var elsewhere = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        var own = await CreateAsync();
        using var strange = new VendorClient(served.Client(own).ShownToAllVendors(elsewhere), "/1");

        Assert.True(IsWrong(await ended.GetAsync($"/keys/{revoked.Secret.Reveal()}")));
        Assert.True(IsWrong(await strange.GetAsync($"/keys/{own}")));
    }

    private static bool IsWrong(VendorAnswer answer) =>
        (answer.Status, answer.Text("message")) is (HttpStatusCode.Forbidden, "Invalid Application-ID or API key");

    private async Task<string> CreateAsync() => (await served.CreateAsync(A.Settings())).Secret.Reveal();

    private VendorClient Client(string secret) => new(served.Client(secret).ShownToAllVendors(served.Acme), "/1");
}
