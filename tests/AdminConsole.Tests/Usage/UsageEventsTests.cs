using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

public sealed class UsageEventsTests : UsageTest
{
    private const int Blocks = 230;
    private const int PageSize = 7;

    private Id<Organization> _acme;
    private KeyTarget _key = null!;
    private UsageEvent _use;
    private UsageEvent _other;

    private UsageEvents Events => Get<UsageEvents>();

    private Actor Viewer => A.Viewer(_acme);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
        _use = await UseOfAsync(_key);
        _other = await UseOfAsync(await Console.AddKeyAsync(_acme, A.Settings("other")));
    }

    [Fact]
    public async Task Walking_back_visits_each_event_of_the_key_once_the_newest_first()
    {
        // More blocks than are read at a time, and not each with an event of the key.
        for (var block = 0; block < Blocks; block++)
        {
            var at = A.Monday.AddSeconds(block);
            Record(Enumerable.Range(0, block % 4).Select(number => _use with { At = at.AddMilliseconds(number) }).Append(_other with { At = at }));
            await FlushAsync();
        }

        List<RecordedEvent> visited = [];
        string? cursor = null;
        do
        {
            var page = (await Events.NewestAsync(Viewer, _key, cursor, PageSize, default)).Value;
            Assert.InRange(page.Events.Count, 0, PageSize);
            visited.AddRange(page.Events);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, Blocks).Sum(block => block % 4), visited.Select(use => use.Id).Distinct().Count());
        Assert.Equal(visited.Select(use => use.Event.At).OrderDescending(), visited.Select(use => use.Event.At));
        Assert.All(visited, use => Assert.Equal(_use.KeyRow, use.Event.KeyRow));
    }

    [Fact]
    public async Task An_event_is_found_by_its_id_as_it_was_asked()
    {
        var asked = _use with
        {
            Scopes = ["vm:read"],
            Resource = "vms/1",
            Referrer = "https://example.com",
            CallerRow = 9,
            PolicyVersion = 3,
            LatencyMicroseconds = 42,
        };
        Record(asked);
        await FlushAsync();
        var id = (await Events.NewestAsync(Viewer, _key, null, 1, default)).Value.Events.Single().Id.ToString();

        var found = (await Events.FindAsync(Viewer, _acme, id, default)).Value;

        Assert.Equal(id, found.Id.ToString());
        Assert.Equal(["vm:read"], found.Event.Scopes);
        Assert.Equal(asked with { Scopes = [] }, found.Event with { Scopes = [] });
    }

    [Theory]
    [InlineData("")]
    [InlineData("evt_")]
    [InlineData("evt_1")]
    [InlineData("evt_1_-1")]
    [InlineData("evt_1_0_0")]
    [InlineData("evt_1_1")]
    [InlineData("evt_2_0")]
    [InlineData("evt_99999999999999999999_0")]
    public async Task What_names_no_event_finds_none(string id)
    {
        Record(_use);
        await FlushAsync();

        Assert.Equal("event.not_found", Assert.Single((await Events.FindAsync(Viewer, _acme, id, default)).Failures).Code);
    }

    [Fact]
    public async Task A_cursor_of_something_else_is_refused() =>
        Assert.Equal("cursor.invalid", Assert.Single((await Events.NewestAsync(Viewer, _key, "key_1", 1, default)).Failures).Code);

    [Fact]
    public async Task Another_organizations_events_do_not_exist()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        Record(_use);
        await FlushAsync();

        Assert.Equal("organization.not_found", (await Events.NewestAsync(A.Viewer(globex), _key, null, 1, default)).Failures.Single().Code);
        Assert.Equal("key.not_found", (await Events.NewestAsync(A.Viewer(globex), new(globex, _key.KeyId), null, 1, default)).Failures.Single().Code);
        Assert.Equal("event.not_found", (await Events.FindAsync(A.Viewer(globex), globex, "evt_1_0", default)).Failures.Single().Code);
    }
}
