using System.Net;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Algolia;

/// <summary>Secured keys as a service that asks about them is answered. How they are read: <c>RestrictionReaderTests</c>.</summary>
public sealed class AlgoliaSecuredKeyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Parent = """{"acl":["search"],"indexes":["shop_*"],"maxHitsPerQuery":20,"queryParameters":"typoTolerance=strict"}""";
    private const string FarAway = "4102444800";

    [Theory]
    [InlineData("filters=user%3A42", "VALID")]
    [InlineData("restrictIndices=shop_books%2Cshop_toys", "VALID")]
    [InlineData("restrictIndices=%5B%22shop_toys%22%5D", "RESOURCE_NOT_ALLOWED")]
    [InlineData("restrictIndices=prod_*", "RESOURCE_NOT_ALLOWED")]
    [InlineData("restrictSources=203.0.113.0%2F24", "VALID")]
    [InlineData("restrictSources=192.0.2.0%2F24", "IP_NOT_ALLOWED")]
    [InlineData("validUntil=" + FarAway, "VALID")]
    [InlineData("validUntil=1", "EXPIRED")]
    [InlineData("validUntil=soon", "DISABLED")]
    public async Task Is_decided_by_its_parent_and_its_restrictions(string query, string code)
    {
        var answer = await AskAsync((await AddAsync()).Derive(query));

        Assert.Equal((code, code is "VALID"), (answer.Code(), answer.GetProperty("valid").GetBoolean()));
    }

    [Fact]
    public async Task Is_answered_with_its_parents_id_the_earlier_expiry_and_all_forced_parameters()
    {
        var parent = await AddAsync();
        var secured = parent.Derive($"filters=user%3A42&userToken=ada&validUntil={FarAway}");

        var (own, answer, again) = (await AskAsync(parent), await AskAsync(secured), await AskAsync(secured));

        var key = answer.GetProperty("key");
        Assert.Equal(own.GetProperty("key").GetProperty("id").GetString(), key.GetProperty("id").GetString());
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(4102444800), key.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("typoTolerance=strict&filters=user%3A42&userToken=ada", key.GetProperty("limits").GetProperty("queryParameters").GetString());
        Assert.Equal(20, key.GetProperty("limits").GetProperty("maxHitsPerQuery").GetInt32());
        Assert.Equal(answer.GetRawText(), again.GetRawText());
        Assert.Equal(own.GetRawText(), (await AskAsync(parent)).GetRawText());
    }

    [Fact]
    public async Task Is_decided_in_a_batch_as_alone()
    {
        var parent = await AddAsync();
        var questions = new[] { parent, parent.Derive("filters=a"), parent.Derive("filters=b"), parent.Derive("validUntil=1"), "0".Derive("") }
            .Select(Question);

        var answers = await (await served.VerifyBatchAsync($$"""{"verifications":[{{string.Join(',', questions)}}]}""")).ReadJsonAsync();

        var results = answers.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["VALID", "VALID", "VALID", "EXPIRED", "NOT_FOUND"], results.Select(result => result.Code()));
        Assert.Equal(
            ["typoTolerance=strict", "typoTolerance=strict&filters=a", "typoTolerance=strict&filters=b"],
            results.Take(3).Select(result => result.GetProperty("key").GetProperty("limits").GetProperty("queryParameters").GetString()));
    }

    [Fact]
    public async Task Lets_nobody_in_and_names_no_key_where_keys_are_managed()
    {
        var management = (await served.CreateManagementKeyAsync([.. ManagementScopes.All])).Secret.Reveal();
        using var forged = served.Client(management.Derive("")).ShownToAllVendors(served.Acme);
        using var algolia = await served.VendorAsync("/1", ManagementScopes.All);

        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.GetAsync("/api/v1/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await forged.GetAsync("/1/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await algolia.GetAsync($"/keys/{Uri.EscapeDataString((await AddAsync()).Derive(""))}")).Status);
    }

    [Fact]
    public async Task Stands_in_no_log()
    {
        var secured = (await AddAsync()).Derive("filters=nobody-else-may-read-this");

        await AskAsync(secured);

        var log = string.Concat(served.App.Log.Lines);
        Assert.DoesNotContain(secured, log, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody-else-may-read-this", log, StringComparison.Ordinal);
    }

    private static string Question(string secret) =>
        JsonSerializer.Serialize(new { secret, scopes = new[] { "search" }, resource = "shop_books", clientIp = "203.0.113.7" });

    private async Task<JsonElement> AskAsync(string secret) => await (await served.VerifyAsync(Question(secret))).ReadJsonAsync();

    private async Task<string> AddAsync()
    {
        using var algolia = await served.VendorAsync("/1", ManagementScopes.All);
        return (await algolia.PostAsync("/keys", Parent)).Text("key")!;
    }
}
