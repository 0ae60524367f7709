using System.Net;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api.Keys;

public sealed class PatchKeyDryRunTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string MergePatch = "application/merge-patch+json";

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_saves_nothing()
    {
        var key = await served.CreateAsync(A.Settings("before", "vm:read"));
        using var client = await CallerAsync();

        var answer = await PatchAsync(client, key.Id, """{"name":" after ","scopes":["vm:read"]}""", query: "?dryRun=true");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var change = Assert.Single((await answer.ReadJsonAsync()).GetProperty("changes").EnumerateArray());
        Assert.Equal("name", change.GetProperty("field").GetString());
        Assert.Equal("before", change.GetProperty("before")[0].GetString());
        Assert.Equal("after", change.GetProperty("after")[0].GetString());
        var kept = await served.Console.DetailsAsync(new(served.Acme, key.Id));
        Assert.Equal(("before", 1), (kept.Settings.Name, kept.Version));
    }

    [Fact]
    public async Task A_dry_run_marks_each_line_and_replays_the_requests_of_late()
    {
        var key = await served.CreateAsync(A.Settings("billing", "vm:read"));
        await served.VerifyAsync($$"""{"secret":"{{key.Secret.Reveal()}}","scopes":["vm:read"],"clientIp":"10.0.0.1"}""");
        await served.Console.Get<EventLogWriter>().FlushAsync(CancellationToken.None);
        using var client = await CallerAsync();

        var answer = await PatchAsync(client, key.Id, """{"name":"b","scopes":["vm:edit"],"allowedCidrs":["10.9.0.0/16"]}""", query: "?dryRun=true");

        var preview = await answer.ReadJsonAsync();
        Assert.Equal(
            [("name", "neutral"), ("scopes", "widens"), ("allowedCidrs", "narrows")],
            preview.GetProperty("changes").EnumerateArray().Select(
                change => (change.GetProperty("field").GetString(), change.GetProperty("effect").GetString())));
        var impact = preview.GetProperty("impact");
        Assert.Equal((1, 1), (impact.GetProperty("sampleSize").GetInt32(), impact.GetProperty("newlyRefused").GetInt32()));
        var line = Assert.Single(impact.GetProperty("lines").EnumerateArray());
        Assert.Equal(
            ("10.0.0.1", "VALID", "IP_NOT_ALLOWED"),
            (line.GetProperty("address").GetString(), line.GetProperty("before").GetString(), line.GetProperty("after").GetString()));
    }

    [Theory]
    [InlineData("""{"name":"","scopes":["a b"]}""", "\"1\"", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"after"}""", "\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("""{"name":"after"}""", null, HttpStatusCode.PreconditionRequired)]
    public async Task A_dry_run_is_refused_as_the_edit_would_be(string patch, string? version, HttpStatusCode expected)
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await CallerAsync();

        var edit = await (await PatchAsync(client, key.Id, patch, version)).AssertProblemAsync(expected);
        var dryRun = await (await PatchAsync(client, key.Id, patch, version, query: "?dryRun=true")).AssertProblemAsync(expected);

        Assert.Equal(edit.GetProperty("code").GetString(), dryRun.GetProperty("code").GetString());
        Assert.Equal(Errors(edit), Errors(dryRun));
    }

    [Theory]
    [InlineData("?dryRun=yes")]
    [InlineData("?dry=true")]
    [InlineData("?dryRun=true&dryRun=false")]
    public async Task Saves_nothing_when_a_parameter_is_not_understood(string query)
    {
        var key = await served.CreateAsync(A.Settings("before"));
        using var client = await CallerAsync();

        await (await PatchAsync(client, key.Id, """{"name":"after"}""", query: query)).AssertProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal("before", (await served.Console.DetailsAsync(new(served.Acme, key.Id))).Settings.Name);
    }

    private Task<HttpClient> CallerAsync() => served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);

    private static async Task<HttpResponseMessage> PatchAsync(
        HttpClient client, Id<ApiKey> key, string patch, string? version = "\"1\"", string query = "", string type = MergePatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/keys/{key}{query}")
        {
            Content = new StringContent(patch, Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await client.SendAsync(request);
    }

    private static string Errors(JsonElement problem) => problem.TryGetProperty("errors", out var errors) ? errors.GetRawText() : "";
}
