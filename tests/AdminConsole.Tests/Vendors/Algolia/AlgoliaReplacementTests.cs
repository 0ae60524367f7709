using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.Algolia.AlgoliaSteps;

namespace AdminConsole.Tests.Vendors.Algolia;

public sealed class AlgoliaReplacementTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Shows_a_replacement_as_sent_that_differs_in_nothing_that_decides()
    {
        using var algolia = await served.AlgoliaAsync();
        var secret = await AddAsync(algolia, """{"acl":["search"],"description":"Shop"}""");

        await algolia.PutAsync($"/keys/{secret}", """{"acl":["search","search"],"description":"Shop "}""");

        var key = await algolia.GetAsync($"/keys/{secret}");
        Assert.Equal(["search", "search"], key.Texts("acl"));
        Assert.Equal("Shop ", key.Text("description"));
    }

    [Fact]
    public async Task Shows_what_was_changed_in_the_console_as_it_is_now()
    {
        using var algolia = await served.AlgoliaAsync();
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
        using var algolia = await served.AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);

        var replaced = await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}""");

        Assert.Equal(["key", "updatedAt"], replaced.Body.Members());
        Assert.Equal((secret, "2026-03-02T09:00:00Z"), (replaced.Text("key"), replaced.Text("updatedAt")));
    }

    private Task<KeyDetails> DetailsAsync(string secret) =>
        served.Console.DetailsAsync(new(served.Acme, served.Console.Get<CachedKeys>().Find(secret)!.Id));
}
