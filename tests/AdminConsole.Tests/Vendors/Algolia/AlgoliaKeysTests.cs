using System.Net;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.Algolia.AlgoliaSteps;

namespace AdminConsole.Tests.Vendors.Algolia;

public sealed class AlgoliaKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly string[] Members =
    [
        "value", "createdAt", "acl", "description", "indexes", "maxHitsPerQuery", "maxQueriesPerIPPerHour", "queryParameters", "referers", "validity",
    ];

    [Theory]
    [InlineData("/algolia/1")]
    [InlineData("/1")]
    public async Task Adds_a_key_with_all_its_attributes(string prefix)
    {
        using var algolia = await served.VendorAsync(prefix, ManagementScopes.All);

        var added = await algolia.PostAsync("/keys", Whole);
        var key = await algolia.GetAsync($"/keys/{added.Text("key")}");

        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal(["key", "createdAt"], added.Body.Members());
        Assert.Matches("^[0-9a-f]{32}$", added.Text("key"));
        Assert.Equal("2026-03-02T09:00:00Z", added.Text("createdAt"));
        Assert.Equal(Members, key.Body.Members());
        Assert.Equal((added.Text("key"), A.Monday.ToUnixTimeMilliseconds()), (key.Text("value"), key["createdAt"].GetInt64()));
        Assert.Equal((20, 100, 300), (key["maxHitsPerQuery"].GetInt32(), key["maxQueriesPerIPPerHour"].GetInt32(), key["validity"].GetInt32()));
        Assert.Equal(("Shop", "typoTolerance=strict"), (key.Text("description"), key.Text("queryParameters")));
        Assert.Equal(["search", "addObject"], key.Texts("acl"));
        Assert.Equal(["dev_*", "books"], key.Texts("indexes"));
        Assert.Equal(["*.example.com"], key.Texts("referers"));
    }

    [Fact]
    public async Task Keeps_the_attributes_as_the_policy_of_a_key_of_the_console()
    {
        using var algolia = await served.AlgoliaAsync();

        var key = await DetailsAsync(await AddAsync(algolia, Whole));

        Assert.Equal(("Shop", "Shop", "algolia"), (key.Settings.Name, key.Settings.Description, key.SecretFormat));
        Assert.Equal(new KeyLimits(100, 20, "typoTolerance=strict"), key.Settings.Limits);
        Assert.Equal(["search", "addObject"], key.Settings.Scopes);
        Assert.Equal(["dev_*", "books"], key.Settings.Resources);
        Assert.Equal(["*.example.com"], key.Settings.Referrers);
        Assert.Equal(A.Monday.AddSeconds(300), key.Settings.ExpiresAt);
    }

    [Fact]
    public async Task Verifies_by_the_restrictions_that_Algolia_names()
    {
        using var algolia = await served.AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);

        Assert.Equal("VALID", await served.CodeOfAsync(secret, "books", "https://www.example.com"));
        Assert.Equal("RESOURCE_NOT_ALLOWED", await served.CodeOfAsync(secret, "prod_books", "https://www.example.com"));
        Assert.Equal("REFERRER_NOT_ALLOWED", await served.CodeOfAsync(secret, "books", "https://evil.example"));
        Assert.Equal("SCOPE_MISSING", await served.CodeOfAsync(secret, "books", "https://www.example.com", "deleteObject"));
    }

    [Fact]
    public async Task Leaves_out_what_was_not_set()
    {
        using var algolia = await served.AlgoliaAsync();

        var key = await algolia.GetAsync($"/keys/{await AddAsync(algolia, """{"acl":[]}""")}");

        Assert.Equal(["value", "createdAt", "acl"], key.Body.Members());
        Assert.Empty(key.Texts("acl"));
        Assert.Equal("Algolia key", (await DetailsAsync(key.Text("value")!)).Settings.Name);
    }

    [Theory]
    [InlineData("""
        {"acl":[],"description":"","indexes":[],"maxHitsPerQuery":0,"maxQueriesPerIPPerHour":0,"queryParameters":"","referers":[],"validity":0}
        """)]
    [InlineData("""
        {"acl":["search"," search","search"],"description":" Shop \n","indexes":["a","a","b"],"queryParameters":" a=1","referers":["x "," x"]}
        """)]
    [InlineData("""{"acl":["search"],"description":"e\u0301clair"}""")]
    public async Task Shows_attributes_as_they_were_sent_for_clients_that_compare_them(string sent)
    {
        using var algolia = await served.AlgoliaAsync();
        var added = await AddAsync(algolia, sent);
        var replaced = await AddAsync(algolia, Whole);
        await algolia.PutAsync($"/keys/{replaced}", sent);

        foreach (var secret in new[] { added, replaced })
        {
            var key = await algolia.GetAsync($"/keys/{secret}");
            var attributes = key.Body.EnumerateObject().Where(member => member.Name is not ("value" or "createdAt"))
                .ToDictionary(member => member.Name, member => member.Value);
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(sent), JsonSerializer.SerializeToElement(attributes)), key.Body.GetRawText());
        }

        Assert.True((await DetailsAsync(added)).Settings.Scopes.Count <= 1);
    }

    [Theory]
    [InlineData("""{"acl":["search"],"validity":-1}""", "validity: ")]
    [InlineData("""{"acl":["search"],"maxHitsPerQuery":-1}""", "maxHitsPerQuery: ")]
    [InlineData("""{"acl":["search"],"maxQueriesPerIPPerHour":-1}""", "maxQueriesPerIPPerHour: ")]
    [InlineData("""{"acl":["search","not good"]}""", "acl/1: ")]
    [InlineData("""{"acl":["search",null]}""", "acl/1: ")]
    [InlineData("""{"acl":["search"],"indexes":["a*b"]}""", "indexes/0: ")]
    [InlineData("""{"acl":["search"],"referers":[""]}""", "referers/0: ")]
    [InlineData("""{"acl":["search"],"validity":"300"}""", "validity: ")]
    [InlineData("""{"acl":["search"],"colour":"red"}""", "colour: ")]
    public async Task Refuses_a_new_key_with_an_attribute_at_fault(string body, string message)
    {
        using var algolia = await served.AlgoliaAsync();

        AssertError(await algolia.PostAsync("/keys", body), HttpStatusCode.BadRequest, message);
    }

    [Fact]
    public async Task Asks_for_an_ACL_in_a_new_key()
    {
        using var algolia = await served.AlgoliaAsync();

        AssertError(await algolia.PostAsync("/keys", """{"description":"Shop"}"""), HttpStatusCode.BadRequest, "acl: ");
    }

    [Fact]
    public async Task Lists_every_key_that_may_be_used_by_its_id_the_newest_first()
    {
        var globex = await served.Console.CreateOrganizationAsync($"globex-{Guid.NewGuid():n}");
        using var algolia = new VendorClient((await served.ClientOfAsync(globex, ManagementScopes.All)).ShownToAllVendors(globex), "/algolia/1");
        List<string> secrets = [];
        for (var i = 0; i < 105; i++)
        {
            secrets.Add(await AddAsync(algolia, $$"""{"acl":["search"],"description":"{{i}}"}"""));
        }

        await algolia.DeleteAsync($"/keys/{secrets[0]}");
        var list = await algolia.GetAsync("/keys?x-algolia-agent=test");
        var keys = list["keys"].EnumerateArray().ToList();

        Assert.Equal(
            [.. Enumerable.Range(1, 104).Reverse().Select(i => $"{i}"), null],
            keys.Select(key => key.TryGetProperty("description", out var description) ? description.GetString() : null));
        Assert.DoesNotContain(secrets, secret => list.Body.GetRawText().Contains(secret, StringComparison.Ordinal));
        var id = keys[0].GetProperty("value").GetString();
        Assert.Equal(
            (id, "104"),
            ((await algolia.GetAsync($"/keys/{id}")).Text("value"), (await algolia.GetAsync($"/keys/{id}")).Text("description")));
    }

    private Task<KeyDetails> DetailsAsync(string secret) =>
        served.Console.DetailsAsync(new(served.Acme, served.Console.Get<CachedKeys>().Find(secret)!.Id));
}
