using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Clerk;

public sealed class ClerkKeyEndTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData(RevocationReason.Leaked, null, "leaked")]
    [InlineData(RevocationReason.OwnerLeft, "on Friday", "ownerLeft: on Friday")]
    [InlineData(RevocationReason.Other, "see the ticket", "see the ticket")]
    public async Task Shows_why_the_console_revoked_a_key(RevocationReason reason, string? comment, string shown)
    {
        using var clerk = await ClerkAsync();
        var key = await served.CreateAsync(A.Settings());
        await served.Console.Get<RevokeKeyHandler>()
            .RevokeAsync(Actor.System, new(new(served.Acme, key.Id), reason, comment), CancellationToken.None);

        Assert.Equal(shown, (await clerk.GetAsync($"/api_keys/ak_{key.Id.Value:n}")).Text("revocation_reason"));
    }

    [Fact]
    public async Task Revokes_with_a_reason_or_without()
    {
        using var clerk = await ClerkAsync();
        var (with, without) = (await CreateAsync(clerk, "user_1"), await CreateAsync(clerk, "user_1"));

        var revoked = await clerk.PostAsync($"/api_keys/{with}/revoke", """{"revocation_reason":"Seen in a log"}""");
        var unexplained = await clerk.PostAsync($"/api_keys/{without}/revoke");

        Assert.Equal((true, "Seen in a log"), (revoked["revoked"].GetBoolean(), revoked.Text("revocation_reason")));
        Assert.Equal((true, null), (unexplained["revoked"].GetBoolean(), unexplained.Text("revocation_reason")));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsync($"/api_keys/{with}/revoke", """{"revocation_reason":1}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PatchAsync($"/api_keys/{with}", """{"description":"x"}""")).Status);
    }

    [Fact]
    public async Task Deletes_a_key_that_is_still_valid_and_one_that_is_revoked()
    {
        using var clerk = await ClerkAsync();
        var (valid, revoked) = (await CreateAsync(clerk, "user_1"), await CreateAsync(clerk, "user_1"));
        await clerk.PostAsync($"/api_keys/{revoked}/revoke");

        var deleted = await clerk.DeleteAsync($"/api_keys/{valid}");

        Assert.Equal($$"""{"id":"{{valid}}","object":"api_key","deleted":true}""", deleted.Body.GetRawText());
        Assert.Equal(HttpStatusCode.OK, (await clerk.DeleteAsync($"/api_keys/{revoked}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/api_keys/{valid}")).Status);
    }

    [Fact]
    public async Task Verifies_as_the_console_does_and_says_404_of_what_may_not_be_used()
    {
        using var clerk = await ClerkAsync();
        var disabled = await served.CreateAsync(A.Settings());
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(Actor.System, new(served.Acme, disabled.Id), CancellationToken.None);
        var network = await served.CreateAsync(A.Settings() with { AllowedCidrs = ["10.0.0.0/8"] });
        var good = await clerk.PostAsync("/api_keys", """{"name":"Billing","subject":"user_1","scopes":["a"]}""");

        var verified = await clerk.PostAsync("/api_keys/verify", $$"""{"secret":"{{good.Text("secret")}}"}""");

        Assert.Equal((HttpStatusCode.OK, good.Text("id")), (verified.Status, verified.Text("id")));
        Assert.Equal((HttpStatusCode.NotFound, "api_key_disabled"), await CodeAsync($$"""{"secret":"{{disabled.Secret.Reveal()}}"}"""));
        Assert.Equal((HttpStatusCode.NotFound, "api_key_ip_not_allowed"), await CodeAsync($$"""{"secret":"{{network.Secret.Reveal()}}"}"""));
        Assert.Equal((HttpStatusCode.NotFound, "resource_not_found"), await CodeAsync("""{"secret":""}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "bad_request"), await CodeAsync("{}"));
        var answer = served.Console.Get<VerificationService>().Verify(Actor.System, served.Acme, new(good.Text("secret")!) { Scopes = ["a"] });
        Assert.Equal(DecisionCode.Valid, answer.Value.Decision.Code);

        async Task<(HttpStatusCode, string)> CodeAsync(string body)
        {
            var refused = await clerk.PostAsync("/api_keys/verify", body);
            return (refused.Status, refused["errors"][0].Code());
        }
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

    private async Task<VendorClient> ClerkAsync() => new(await served.ClientAsync(ManagementScopes.All), "/clerk");
}
