using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.StackAuth;

/// <summary>What one does with Stack's keys, and what one expects of a refusal.</summary>
internal static class StackSteps
{
    public static Task<VendorClient> StackAsync(this ServedConsole served) => served.VendorAsync("/stack/api/v1", ManagementScopes.All);

    public static async Task<string> AddOwnerAsync(VendorClient stack, string type = "user") =>
        (await stack.PostAsync($"/{type}s", """{"display_name":"Ada"}""")).Text("id")!;

    public static async Task<VendorAnswer> CreateAsync(VendorClient stack, string type = "user", string? owner = null, string expiresAt = "null") =>
        await stack.PostAsync(
            $"/{type}-api-keys",
            $$"""{"description":"Billing","expires_at_millis":{{expiresAt}},"{{type}}_id":"{{owner ?? await AddOwnerAsync(stack, type)}}"}""");

    public static void AssertError(VendorAnswer answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (answer.Status, answer.Text("code")));
        Assert.NotEqual("", answer.Text("error"));
        Assert.Equal([code, code], answer.KnownErrors);
    }

    public static void AssertSchemaError(VendorAnswer answer, string request, string reason)
    {
        AssertError(answer, HttpStatusCode.BadRequest, "SCHEMA_ERROR");
        Assert.Equal(answer.Text("error"), answer["details"].GetProperty("message").GetString());
        Assert.StartsWith($"Request validation failed on {request}:\n  - {reason}", answer.Text("error"), StringComparison.Ordinal);
    }
}
