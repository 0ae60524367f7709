using System.Net;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Algolia;

/// <summary>What one does with Algolia's keys, and what one expects of a refusal.</summary>
internal static class AlgoliaSteps
{
    /// <summary>A key with every attribute.</summary>
    public const string Whole = """
        {"acl":["search","addObject"],"description":"Shop","indexes":["dev_*","books"],"maxHitsPerQuery":20,"maxQueriesPerIPPerHour":100,
        "queryParameters":"typoTolerance=strict","referers":["*.example.com"],"validity":300}
        """;

    public static Task<VendorClient> AlgoliaAsync(this ServedConsole served) => served.VendorAsync("/1", ManagementScopes.All);

    public static async Task<string> AddAsync(VendorClient algolia, string body) => (await algolia.PostAsync("/keys", body)).Text("key")!;

    /// <summary>How a verification of this secret ends.</summary>
    public static async Task<string> CodeOfAsync(
        this ServedConsole served,
        string secret,
        string resource = "books",
        string referrer = "https://www.example.com",
        string scope = "search")
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(
            $$"""{"secret":"{{secret}}","resource":"{{resource}}","referrer":"{{referrer}}","scopes":["{{scope}}"],"clientIp":"203.0.113.7"}"""));
        return (await (await served.VerifyAsync(content)).ReadJsonAsync()).Code();
    }

    public static void AssertError(VendorAnswer answer, HttpStatusCode status, string message)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(["message", "status"], answer.Body.Members());
        Assert.Equal((int)status, answer["status"].GetInt32());
        Assert.StartsWith(message, answer.Text("message"), StringComparison.Ordinal);
    }

    public static void AssertUnknown(VendorAnswer answer) => AssertError(answer, HttpStatusCode.NotFound, "Key does not exist");
}
