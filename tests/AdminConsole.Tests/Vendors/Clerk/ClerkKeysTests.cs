using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Owners;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Clerk;

public sealed class ClerkKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly string[] Members =
    [
        "object", "id", "type", "subject", "name", "description", "claims", "scopes", "revoked", "revocation_reason", "expired",
        "expiration", "created_by", "last_used_at", "created_at", "updated_at",
    ];

    [Fact]
    public async Task Answers_every_member_and_no_other_null_where_there_is_nothing_to_say()
    {
        using var clerk = await ClerkAsync();

        var created = await clerk.PostAsync("/api_keys", """{"name":"Billing","subject":"user_2xhFjEI5X2qWRvtV13BzSj8H6Dk"}""");
        var key = await clerk.GetAsync($"/api_keys/{created.Text("id")}");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal(Members.Append("secret").Order(), created.Body.Members().Order());
        Assert.Equal(Members.Order(), key.Body.Members().Order());
        Assert.All(
            ["description", "claims", "revocation_reason", "expiration", "created_by", "last_used_at"],
            member => Assert.Equal("", key[member].ToString()));
        Assert.Equal(("api_key", "api_key", A.Monday.ToUnixTimeMilliseconds()), (key.Text("object"), key.Text("type"), key["created_at"].GetInt64()));
    }

    [Fact]
    public async Task Shows_claims_in_a_list_that_are_as_deep_as_a_body_may_be()
    {
        const int depth = 15;
        var claims = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        using var clerk = await ClerkAsync();

        var created = await clerk.PostAsync("/api_keys", $$"""{"name":"Deep","subject":"user_deep","claims":{{claims}}}""");
        var list = await clerk.GetAsync("/api_keys?subject=user_deep");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (created.Status, list.Status));
        Assert.Equal(claims, list["data"][0].GetProperty("claims").GetRawText());
    }

    [Fact]
    public async Task Adds_a_subject_as_owner_once()
    {
        using var clerk = await ClerkAsync();
        var first = await CreateAsync(clerk, "org_1");
        var second = await CreateAsync(clerk, "org_1");

        var (ofFirst, ofSecond) = (await DetailsAsync(first), await DetailsAsync(second));

        Assert.Equal(ofFirst.Owner, ofSecond.Owner);
        Assert.Equal((OwnerKind.Organization, "clerk"), (ofFirst.Owner!.Kind, ofFirst.SecretFormat));
    }

    [Fact]
    public async Task Adds_a_subject_only_for_a_server_key_that_may_add_owners()
    {
        using var all = await ClerkAsync();
        await CreateAsync(all, "user_known");
        using var clerk = new VendorClient(await served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys), "/clerk");

        var refused = await clerk.PostAsync("/api_keys", """{"name":"Billing","subject":"user_unknown"}""");
        var created = await clerk.PostAsync("/api_keys", """{"name":"Billing","subject":"user_known"}""");

        Assert.Equal((HttpStatusCode.Forbidden, "owner_write_forbidden"), (refused.Status, refused["errors"][0].Code()));
        Assert.Equal((HttpStatusCode.OK, "user_known"), (created.Status, created.Text("subject")));
    }

    [Fact]
    public async Task Shows_a_key_that_acts_for_nobody_as_the_organizations()
    {
        using var clerk = await ClerkAsync();
        var key = await served.CreateAsync(A.Settings());

        Assert.Equal(served.Acme.ToString(), (await clerk.GetAsync($"/api_keys/ak_{key.Id.Value:n}")).Text("subject"));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/api_keys/api_key_{key.Id.Value:N}")).Status);
    }

    [Fact]
    public async Task Names_each_fault_of_an_update_in_a_text_and_beside_it()
    {
        using var clerk = await ClerkAsync();
        var key = await CreateAsync(clerk, "user_1");

        var refused = await clerk.PatchAsync($"/api_keys/{key}", """{"scopes":["a",null]}""");

        var error = refused["errors"][0];
        Assert.Equal(("bad_request", "scopes/1"), (error.Code(), error.GetProperty("meta").GetProperty("param_name").GetString()));
        Assert.StartsWith("Invalid 'scopes/1': ", error.GetProperty("long_message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_every_fault_of_a_new_key()
    {
        using var clerk = await ClerkAsync();

        var refused = await clerk.PostAsync(
            "/api_keys", """{"name":"a","subject":"x","type":"y","created_by":"org_1","seconds_until_expiration":0}""");

        Assert.Equal(
            ["created_by", "name", "seconds_until_expiration", "subject", "type"],
            refused["errors"].EnumerateArray().Select(error => error.GetProperty("meta").GetProperty("param_name").GetString()!).Order());
    }

    [Theory]
    [InlineData("", "subject")]
    [InlineData("?subject=x", "subject")]
    [InlineData("?subject=user_1&limit=0", "limit")]
    [InlineData("?subject=user_1&limit=101", "limit")]
    [InlineData("?subject=user_1&offset=-1", "offset")]
    [InlineData("?subject=user_1&include_invalid=yes", "include_invalid")]
    [InlineData("?subject=user_1&type=session", "type")]
    [InlineData("?subject=user_1&colour=red", "colour")]
    public async Task Refuses_a_list_by_the_parameter_at_fault(string query, string parameter)
    {
        using var clerk = await ClerkAsync();

        var refused = await clerk.GetAsync($"/api_keys{query}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(parameter, refused["errors"][0].GetProperty("meta").GetProperty("param_name").GetString());
    }

    [Fact]
    public async Task Keeps_and_answers_the_user_that_a_key_was_created_by()
    {
        using var clerk = await ClerkAsync();

        var created = await clerk.PostAsync("/api_keys", """{"name":"Billing","subject":"org_1","created_by":"user_ada"}""");
        var updated = await clerk.PatchAsync($"/api_keys/{created.Text("id")}", """{"subject":"org_1","description":"Other"}""");
        var list = await clerk.GetAsync("/api_keys?subject=org_1");

        Assert.Equal(["user_ada", "user_ada", "user_ada"],
            [created.Text("created_by"), updated.Text("created_by"), list["data"][0].GetProperty("created_by").GetString()]);
    }

    [Fact]
    public async Task Lists_for_a_front_end_that_passes_on_what_Clerks_browser_client_adds()
    {
        using var clerk = await ClerkAsync();
        await CreateAsync(clerk, "user_browser");

        var list = await clerk.GetAsync(
            "/api_keys?subject=user_browser&query=&__clerk_api_version=2025-11-10&_clerk_js_version=5.99.0&_clerk_session_id=sess_1");

        Assert.Equal((HttpStatusCode.OK, 1), (list.Status, list["total_count"].GetInt32()));
    }

    [Fact]
    public async Task Lists_with_an_empty_search_as_without()
    {
        using var clerk = await ClerkAsync();
        var key = await CreateAsync(clerk, "user_alone");

        var list = await clerk.GetAsync("/api_keys?subject=user_alone&query=&type=api_key&limit=100&offset=0");

        Assert.Equal(1, list["total_count"].GetInt32());
        Assert.Equal(key, list["data"][0].GetProperty("id").GetString());
    }

    private static async Task<string> CreateAsync(VendorClient clerk, string subject)
    {
        var created = await clerk.PostAsync("/api_keys", $$"""
            {
              "name": "Billing", "subject": "{{subject}}", "description": "Bills", "scopes": ["a", "b"],
              "claims": { "plan": "pro", "seats": 5 }, "seconds_until_expiration": 3600
            }
            """);
        return created.Text("id")!;
    }

    private Task<KeyDetails> DetailsAsync(string id) => served.Console.DetailsAsync(new(served.Acme, new(Guid.Parse(id.Split('_')[1]))));

    private async Task<VendorClient> ClerkAsync() => new(await served.ClientAsync(ManagementScopes.All), "/clerk");
}
