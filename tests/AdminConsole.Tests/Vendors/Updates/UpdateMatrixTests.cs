using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// What an update does on each surface, for each way to give a field. The tables beside this file say it, one line an update, about a key that has
/// every field (<see cref="UpdatedKey"/>); what a line does not name must stay as it is, there and with us.
/// </summary>
public sealed class UpdateMatrixTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    public static TheoryData<string, string> Cells =>
        [.. UpdateSurface.All.SelectMany(surface => Enum.GetNames<GivenAs>().Select(given => (surface.Name, given)))];

    public static TheoryData<string, GivenAs, string, string, string> Made =>
    [
        .. UpdateSurface.All.SelectMany(
            surface => surface.Table.Made.Select(update => (surface.Name, update.Given, update.Body, update.There, update.Here))),
    ];

    public static TheoryData<string, GivenAs, string, int, string> Refused =>
    [
        .. UpdateSurface.All.SelectMany(
            surface => surface.Table.Refused.Select(update => (surface.Name, update.Given, update.Body, update.Status, update.Fault))),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Says_for_every_way_to_give_a_field_what_it_does(string surface, string given)
    {
        var table = UpdateSurface.Of(surface).Table;

        Assert.Contains(Enum.Parse<GivenAs>(given), table.Made.Select(update => update.Given).Concat(table.Refused.Select(update => update.Given)));
    }

    [Theory]
    [MemberData(nameof(Made))]
    public async Task Changes_what_the_table_says_and_nothing_else(string surfaceName, GivenAs given, string body, string there, string here)
    {
        var surface = UpdateSurface.Of(surfaceName);
        var (client, key) = await PrepareAsync();
        using var asked = client;
        var keyThere = Changed(await ReadAsync(client, surface, key), surface.Table.ThereAnyway, key.Fill(there));
        var keyHere = Changed(
            await ReadAsync(client, UpdateSurface.Own, key),
            surface.Table.HereAnyway,
            key.Fill(here),
            key.Fill(surface.Table.TraceOf(here)));

        var (status, answer) = await UpdateAsync(client, surface, key, body);

        Assert.True(status is HttpStatusCode.OK, $"{given}: {status} {answer}");
        await AssertIsAsync(client, surface, key, surface.IsOwn ? keyHere : keyThere);
        await AssertIsAsync(client, UpdateSurface.Own, key, keyHere);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_by_the_field_what_the_table_says_and_changes_nothing(
        string surfaceName, GivenAs given, string body, int expected, string fault)
    {
        var surface = UpdateSurface.Of(surfaceName);
        var (client, key) = await PrepareAsync();
        using var asked = client;
        var (keyThere, keyHere) = (await ReadAsync(client, surface, key), await ReadAsync(client, UpdateSurface.Own, key));

        var (status, answer) = await UpdateAsync(client, surface, key, body);

        Assert.True((int)status == expected, $"{given}: {status} {answer}");
        Assert.Contains(surface.Refusal(fault), answer, StringComparison.Ordinal);
        await AssertIsAsync(client, surface, key, keyThere);
        await AssertIsAsync(client, UpdateSurface.Own, key, keyHere);
    }

    private async Task<(HttpClient Client, UpdatedKey Key)> PrepareAsync()
    {
        var caller = await served.CreateManagementKeyAsync(ManagementScopes.All);
        return (served.Client(caller.Secret.Reveal()).ShownToAllVendors(served.Acme), await UpdatedKey.CreateAsync(served, caller));
    }

    private static async Task<(HttpStatusCode Status, string Answer)> UpdateAsync(
        HttpClient client, UpdateSurface surface, UpdatedKey key, string body)
    {
        using var request = new HttpRequestMessage(surface.Method, surface.PathOf(key.Id));
        var type = surface.IsOwn ? "application/merge-patch+json" : "application/json";
        request.Content = body is "" ? null : new StringContent(key.Fill(body), Encoding.UTF8, type);
        request.Headers.TryAddWithoutValidation("If-Match", surface.IsOwn ? ["\"1\""] : []);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, UpdateSurface surface, UpdatedKey key) =>
        JsonNode.Parse(await client.GetStringAsync(surface.PathOf(key.Id)))!;

    /// <summary>The key with these members in place of its own; later ones win.</summary>
    private static JsonNode Changed(JsonNode key, params IEnumerable<string> changes)
    {
        var changed = key.DeepClone();
        foreach (var (member, value) in changes.SelectMany(change => JsonNode.Parse(change)!.AsObject()))
        {
            changed[member] = value?.DeepClone();
        }

        return changed;
    }

    private static async Task AssertIsAsync(HttpClient client, UpdateSurface surface, UpdatedKey key, JsonNode expected) =>
        Assert.Equal(Lines(surface, expected), Lines(surface, await ReadAsync(client, surface, key)));

    /// <summary>Its members in an order of their own, a line each. Where null is left out, null stands for that.</summary>
    private static IReadOnlyList<string> Lines(UpdateSurface surface, JsonNode key) =>
    [
        .. key.AsObject()
            .Where(member => member.Value is not null || !surface.LeavesOutNull)
            .Select(member => $"{member.Key}: {member.Value?.ToJsonString() ?? "null"}")
            .Order(StringComparer.Ordinal),
    ];
}
