using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.Algolia.AlgoliaSteps;

namespace AdminConsole.Tests.Vendors.Algolia;

public sealed class AlgoliaKeyEndTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Deletes_so_that_it_can_be_restored_without_an_expiry()
    {
        using var algolia = await served.AlgoliaAsync();
        var secret = await AddAsync(algolia, """{"acl":["search"],"validity":300}""");

        var deleted = await algolia.DeleteAsync($"/keys/{secret}");
        Assert.Equal((HttpStatusCode.OK, "2026-03-02T09:00:00Z"), (deleted.Status, deleted.Text("deletedAt")));
        Assert.Equal(["deletedAt"], deleted.Body.Members());
        Assert.Equal("DISABLED", await served.CodeOfAsync(secret));
        AssertUnknown(await algolia.GetAsync($"/keys/{secret}"));
        AssertUnknown(await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}"""));
        AssertUnknown(await algolia.DeleteAsync($"/keys/{secret}"));

        var restored = await algolia.PostAsync($"/keys/{secret}/restore");
        Assert.Equal(["key", "createdAt"], restored.Body.Members());
        Assert.Equal((HttpStatusCode.OK, secret), (restored.Status, restored.Text("key")));
        Assert.Equal(0, (await algolia.GetAsync($"/keys/{secret}"))["validity"].GetInt32());
        Assert.Equal("VALID", await served.CodeOfAsync(secret));
    }

    [Fact]
    public async Task Forgets_a_key_that_has_expired_until_it_is_restored()
    {
        using var algolia = await served.AlgoliaAsync();
        var command = new CreateKey(served.Acme, A.Settings() with { ExpiresAt = A.Monday.AddDays(-1) }) { Exemptions = new() { PastExpiry = true } };
        var expired = await served.Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, command, CancellationToken.None);
        var path = $"/keys/ak_{expired.Value.Id.Value:n}";

        AssertUnknown(await algolia.GetAsync(path));
        Assert.Equal(HttpStatusCode.OK, (await algolia.PostAsync($"{path}/restore")).Status);
        Assert.DoesNotContain("validity", (await algolia.GetAsync(path)).Body.Members());
    }

    [Fact]
    public async Task Restores_no_key_that_is_there_and_none_that_was_revoked()
    {
        using var algolia = await served.AlgoliaAsync();
        var created = await served.CreateAsync(A.Settings());

        AssertError(await algolia.PostAsync($"/keys/{created.Secret.Reveal()}/restore"), HttpStatusCode.NotFound, "Key already exists");
        await served.RevokeAsync(created);
        AssertUnknown(await algolia.PostAsync($"/keys/{created.Secret.Reveal()}/restore"));
        AssertUnknown(await algolia.GetAsync($"/keys/{created.Secret.Reveal()}"));
        Assert.Equal("REVOKED", await served.CodeOfAsync(created.Secret.Reveal()));
    }
}
