using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AdminConsole.Tests.Api.Keys;

public sealed class WatchKeysTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Tells_of_each_change_of_a_key_as_it_happens()
    {
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        using var feed = await OpenAsync(client);

        var key = await served.CreateAsync(A.Settings());
        var created = await feed.NextAsync();
        await served.Console.Get<SwitchKeyHandler>().DisableAsync(Actor.System, new(served.Acme, key.Id), default);
        var disabled = await feed.NextAsync();
        await served.RevokeAsync(key);
        var revoked = await feed.NextAsync();

        Assert.Equal(("changed", Data(key, 1)), (created?.Type, created?.Data));
        Assert.Equal(("changed", Data(key, 2)), (disabled?.Type, disabled?.Data));
        Assert.Equal(("revoked", Data(key, 3)), (revoked?.Type, revoked?.Data));
    }

    [Fact]
    public async Task Whoever_is_told_and_asks_again_is_answered_by_what_it_was_told()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        using var feed = await OpenAsync(client);

        await served.RevokeAsync(key);
        await feed.NextAsync();

        var verified = await served.VerifyAsync($$"""{"secret":"{{key.Secret.Reveal()}}"}""");
        Assert.Equal("REVOKED", (await verified.ReadJsonAsync()).Code());
    }

    [Fact]
    public async Task Tells_of_what_was_done_behind_the_console_and_of_keys_that_are_gone()
    {
        var key = await served.CreateAsync(A.Settings());
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        using var feed = await OpenAsync(client);

        await served.Console.ChangeAsync(
            db => db.ApiKeys.Where(row => row.Id == key.Id).ExecuteUpdate(row => row.SetProperty(the => the.Name, "other")));
        var changed = await feed.NextAsync();
        await served.Console.ChangeAsync(db =>
        {
            db.PolicyVersions.Where(version => version.KeyId == key.Id).ExecuteDelete();
            db.ApiKeys.Where(row => row.Id == key.Id).ExecuteDelete();
        });
        var gone = await feed.NextAsync();

        Assert.Equal(("changed", Data(key, 1)), (changed?.Type, changed?.Data));
        Assert.Equal(("deleted", $$"""{"key":"{{key.Id}}"}"""), (gone?.Type, gone?.Data));
    }

    [Fact]
    public async Task Tells_nothing_of_another_organizations_keys()
    {
        var globex = await served.Console.CreateOrganizationAsync("globex");
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        using var feed = await OpenAsync(client);

        await served.CreateAsync(A.Settings(), organization: globex);
        var ours = await served.CreateAsync(A.Settings());

        Assert.Equal(Data(ours, 1), (await feed.NextAsync())?.Data);
    }

    [Fact]
    public async Task Goes_on_where_a_listener_was_cut_off()
    {
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        string? last;
        using (var feed = await OpenAsync(client))
        {
            await served.CreateAsync(A.Settings());
            last = (await feed.NextAsync())?.Id;
        }

        var missed = await served.CreateAsync(A.Settings());
        await served.RevokeAsync(missed);
        using var resumed = await KeyFeed.OpenAsync(client, last);

        // Of a key that was changed twice meanwhile, the last change may be told alone.
        FeedEvent? heard;
        do
        {
            heard = await resumed.NextAsync();
            Assert.Contains(missed.Id.ToString(), heard?.Data);
        }
        while (heard?.Type is "changed");

        Assert.Equal(("revoked", Data(missed, 2)), (heard?.Type, heard?.Data));
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    public async Task Says_to_start_over_when_an_id_is_none_that_is_kept(string lastEventId)
    {
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        using var feed = await OpenAsync(client, lastEventId);

        var first = await feed.NextAsync();
        var key = await served.CreateAsync(A.Settings());

        Assert.Equal(("reset", "{}"), (first?.Type, first?.Data));
        Assert.Contains(key.Id.ToString(), (await feed.NextAsync())?.Data);
    }

    [Fact]
    public async Task Ends_when_the_listeners_key_is_revoked()
    {
        var management = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        using var client = served.Client(management.Secret.Reveal());
        using var feed = await OpenAsync(client);

        await served.RevokeAsync(management);

        Assert.Null(await feed.NextAsync());
    }

    [Fact]
    public async Task Takes_so_many_listeners_of_a_key_and_another_when_one_has_left()
    {
        using var client = await served.ClientAsync(ManagementScopes.VerifyKeys);
        List<KeyFeed> feeds = [];
        for (var number = 0; number < KeyEventSubscriptions.MaxPerKey; number++)
        {
            feeds.Add(await KeyFeed.OpenAsync(client));
        }

        using var refused = await KeyFeed.AskAsync(client);
        Assert.Equal("changes.too_many", (await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests)).Code());
        Assert.NotNull(refused.Headers.RetryAfter);

        feeds[0].Dispose();
        await Eventually.IsTrueAsync(async () =>
        {
            using var again = await KeyFeed.AskAsync(client);
            return again.StatusCode is HttpStatusCode.OK;
        });
        feeds.ForEach(feed => feed.Dispose());
    }

    [Fact]
    public async Task Asks_for_the_scope()
    {
        using var client = await served.ClientAsync(ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);

        using var refused = await KeyFeed.AskAsync(client);

        Assert.Equal("verify.forbidden", (await refused.AssertProblemAsync(HttpStatusCode.Forbidden)).Code());
    }

    [Fact]
    public async Task Ends_when_the_console_stops()
    {
        await using var app = await ConsoleApp.StartEmptyAsync();
        app.UseKestrel(port: 0);
        var console = new TestConsole(app.Services);
        var acme = await console.CreateOrganizationAsync();
        var key = await console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System, new(acme, new() { Name = "gateway", Scopes = [ManagementScopes.VerifyKeys] }, KeyKind.Management), default);
        await app.AddOperatorAsync(ConsoleApp.Email, ConsoleApp.Password);
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Value.Secret.Reveal());
        using var feed = await KeyFeed.OpenAsync(client);

        console.Get<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await feed.NextAsync());
    }

    /// <summary>Listens once the console has seen all that was changed before.</summary>
    private async Task<KeyFeed> OpenAsync(HttpClient client, string? lastEventId = null)
    {
        await served.PassAsync(TimeSpan.Zero);
        return await KeyFeed.OpenAsync(client, lastEventId);
    }

    private static string Data(CreatedKey key, int version) => $$"""{"key":"{{key.Id}}","policyVersion":{{version}}}""";
}
