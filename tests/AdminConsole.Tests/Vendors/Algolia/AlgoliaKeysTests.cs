using System.Net;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Algolia;

public sealed class AlgoliaKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Whole = """
        {"acl":["search","addObject"],"description":"Shop","indexes":["dev_*","books"],"maxHitsPerQuery":20,"maxQueriesPerIPPerHour":100,
        "queryParameters":"typoTolerance=strict","referers":["*.example.com"],"validity":300}
        """;

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
        using var algolia = await AlgoliaAsync();

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
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);

        Assert.Equal("VALID", await VerifyAsync(secret, "books", "https://www.example.com"));
        Assert.Equal("RESOURCE_NOT_ALLOWED", await VerifyAsync(secret, "prod_books", "https://www.example.com"));
        Assert.Equal("REFERRER_NOT_ALLOWED", await VerifyAsync(secret, "books", "https://evil.example"));
        Assert.Equal("SCOPE_MISSING", await VerifyAsync(secret, "books", "https://www.example.com", "deleteObject"));
    }

    [Fact]
    public async Task Leaves_out_what_was_not_set()
    {
        using var algolia = await AlgoliaAsync();

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
        using var algolia = await AlgoliaAsync();
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

    [Fact]
    public async Task Shows_a_replacement_as_sent_that_differs_in_nothing_that_decides()
    {
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, """{"acl":["search"],"description":"Shop"}""");

        await algolia.PutAsync($"/keys/{secret}", """{"acl":["search","search"],"description":"Shop "}""");

        var key = await algolia.GetAsync($"/keys/{secret}");
        Assert.Equal(["search", "search"], key.Texts("acl"));
        Assert.Equal("Shop ", key.Text("description"));
    }

    [Fact]
    public async Task Shows_what_was_changed_in_the_console_as_it_is_now()
    {
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, """{"acl":["search","search"],"description":" Shop","indexes":["a"]}""");
        var target = (await DetailsAsync(secret)).Target;

        var edit = new EditKey(target, 1, new() { Scopes = new(["browse"]), Resources = new([]) });
        await served.Console.Get<EditKeyHandler>().EditAsync(Actor.System, edit, CancellationToken.None);

        var key = await algolia.GetAsync($"/keys/{secret}");
        Assert.Equal(["browse"], key.Texts("acl"));
        Assert.Equal(" Shop", key.Text("description"));
        Assert.DoesNotContain("indexes", key.Body.Members());
    }

    [Fact]
    public async Task Answers_a_replacement_with_the_keys_name_and_the_time()
    {
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);

        var replaced = await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}""");

        Assert.Equal(["key", "updatedAt"], replaced.Body.Members());
        Assert.Equal((secret, "2026-03-02T09:00:00Z"), (replaced.Text("key"), replaced.Text("updatedAt")));
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
        using var algolia = await AlgoliaAsync();

        AssertError(await algolia.PostAsync("/keys", body), HttpStatusCode.BadRequest, message);
    }

    [Fact]
    public async Task Asks_for_an_ACL_in_a_new_key()
    {
        using var algolia = await AlgoliaAsync();

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

    [Fact]
    public async Task Deletes_so_that_it_can_be_restored_without_an_expiry()
    {
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, """{"acl":["search"],"validity":300}""");

        var deleted = await algolia.DeleteAsync($"/keys/{secret}");
        Assert.Equal((HttpStatusCode.OK, "2026-03-02T09:00:00Z"), (deleted.Status, deleted.Text("deletedAt")));
        Assert.Equal(["deletedAt"], deleted.Body.Members());
        Assert.Equal("DISABLED", await VerifyAsync(secret));
        AssertUnknown(await algolia.GetAsync($"/keys/{secret}"));
        AssertUnknown(await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}"""));
        AssertUnknown(await algolia.DeleteAsync($"/keys/{secret}"));

        var restored = await algolia.PostAsync($"/keys/{secret}/restore");
        Assert.Equal(["key", "createdAt"], restored.Body.Members());
        Assert.Equal((HttpStatusCode.OK, secret), (restored.Status, restored.Text("key")));
        Assert.Equal(0, (await algolia.GetAsync($"/keys/{secret}"))["validity"].GetInt32());
        Assert.Equal("VALID", await VerifyAsync(secret));
    }

    [Fact]
    public async Task Forgets_a_key_that_has_expired_until_it_is_restored()
    {
        using var algolia = await AlgoliaAsync();
        var command = new CreateKey(served.Acme, A.Settings() with { ExpiresAt = A.Monday.AddDays(-1) }) { Exemptions = new() { PastExpiry = true } };
        var expired = await served.Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, command, CancellationToken.None);
        var path = $"/keys/ak_{expired.Value.Id.Value:n}";

        AssertUnknown(await algolia.GetAsync(path));
        Assert.Equal(HttpStatusCode.OK, (await algolia.PostAsync($"{path}/restore")).Status);
        Assert.DoesNotContain("validity", (await algolia.GetAsync(path)).Body.Members());
    }

    [Fact]
    public async Task Restores_no_key_that_is_there_and_none_that_was_revoked()
    {
        using var algolia = await AlgoliaAsync();
        var created = await served.CreateAsync(A.Settings());

        AssertError(await algolia.PostAsync($"/keys/{created.Secret.Reveal()}/restore"), HttpStatusCode.NotFound, "Key already exists");
        await served.RevokeAsync(created);
        AssertUnknown(await algolia.PostAsync($"/keys/{created.Secret.Reveal()}/restore"));
        AssertUnknown(await algolia.GetAsync($"/keys/{created.Secret.Reveal()}"));
        Assert.Equal("REVOKED", await VerifyAsync(created.Secret.Reveal()));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("ak_")]
    [InlineData("ak_00000000000000000000000000000000")]
    [InlineData("a%2Fb")]
    [InlineData("akc_live_x")]
    public async Task Knows_no_key_of_another_name(string name)
    {
        using var algolia = await AlgoliaAsync();

        AssertUnknown(await algolia.GetAsync($"/keys/{name}"));
        AssertUnknown(await algolia.PutAsync($"/keys/{name}", """{"acl":["search"]}"""));
        AssertUnknown(await algolia.DeleteAsync($"/keys/{name}"));
        AssertUnknown(await algolia.PostAsync($"/keys/{name}/restore"));
    }

    [Fact]
    public async Task Takes_the_credentials_from_the_query_too()
    {
        var secret = (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal();
        using var algolia = new VendorClient(served.Client(), "/1");

        Assert.Equal(HttpStatusCode.OK, (await algolia.GetAsync($"/keys?x-algolia-api-key={secret}&x-algolia-application-id=ACME")).Status);
        AssertWrong(await algolia.GetAsync($"/keys?x-algolia-api-key={secret}"));
        AssertWrong(await algolia.GetAsync("/keys?x-algolia-application-id=acme"));
    }

    [Theory]
    [InlineData("acme", true)]
    [InlineData("ACME", true)]
    [InlineData("globex", false)]
    [InlineData("", false)]
    [InlineData("org_00000000000000000000000000000000", false)]
    public async Task Takes_the_organization_alone_for_the_application(string application, bool isIt)
    {
        using var http = served.Client();
        http.DefaultRequestHeaders.Add("X-Algolia-API-Key", (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal());
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Algolia-Application-Id", application);
        using var algolia = new VendorClient(http, "/1");

        var answer = await algolia.GetAsync("/keys");

        if (isIt)
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }
        else
        {
            AssertWrong(answer);
        }
    }

    [Fact]
    public async Task Lets_a_key_that_may_only_read_change_nothing()
    {
        using var algolia = await served.VendorAsync("/1", ManagementScopes.ReadKeys);
        using var writer = await AlgoliaAsync();
        var secret = await AddAsync(writer, Whole);

        var refused = new[]
        {
            await algolia.PostAsync("/keys", Whole),
            await algolia.PutAsync($"/keys/{secret}", Whole),
            await algolia.DeleteAsync($"/keys/{secret}"),
        };

        Assert.All(refused, answer => AssertError(answer, HttpStatusCode.Forbidden, "Method not allowed with this API key"));
        Assert.Equal("Shop", (await algolia.GetAsync($"/keys/{secret}")).Text("description"));
    }

    [Fact]
    public async Task Shows_the_secret_in_no_trace_of_the_changes()
    {
        using var algolia = await AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);
        await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}""");
        await algolia.DeleteAsync($"/keys/{secret}");
        await algolia.PostAsync($"/keys/{secret}/restore");

        using var auditor = await served.ClientAsync(ManagementScopes.ReadAudit);
        var audit = await auditor.GetStringAsync("/api/v1/audit?limit=100");

        Assert.DoesNotContain(secret, audit + string.Concat(served.App.Log.Lines), StringComparison.Ordinal);
    }

    private static void AssertError(VendorAnswer answer, HttpStatusCode status, string message)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(["message", "status"], answer.Body.Members());
        Assert.Equal((int)status, answer["status"].GetInt32());
        Assert.StartsWith(message, answer.Text("message"), StringComparison.Ordinal);
    }

    private static void AssertUnknown(VendorAnswer answer) => AssertError(answer, HttpStatusCode.NotFound, "Key does not exist");

    private static void AssertWrong(VendorAnswer answer) => AssertError(answer, HttpStatusCode.Forbidden, "Invalid Application-ID or API key");

    private static async Task<string> AddAsync(VendorClient algolia, string body) => (await algolia.PostAsync("/keys", body)).Text("key")!;

    private Task<VendorClient> AlgoliaAsync() => served.VendorAsync("/1", ManagementScopes.All);

    private Task<KeyDetails> DetailsAsync(string secret) =>
        served.Console.DetailsAsync(new(served.Acme, served.Console.Get<CachedKeys>().Find(secret)!.Id));

    private async Task<string> VerifyAsync(
        string secret, string resource = "books", string referrer = "https://www.example.com", string scope = "search")
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(
            $$"""{"secret":"{{secret}}","resource":"{{resource}}","referrer":"{{referrer}}","scopes":["{{scope}}"],"clientIp":"203.0.113.7"}"""));
        return (await (await served.VerifyAsync(content)).ReadJsonAsync()).Code();
    }
}
