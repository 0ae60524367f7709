using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using static AdminConsole.Tests.Vendors.Algolia.AlgoliaSteps;

namespace AdminConsole.Tests.Vendors.Algolia;

public sealed class AlgoliaCallerTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("nothing")]
    [InlineData("ak_")]
    [InlineData("ak_00000000000000000000000000000000")]
    [InlineData("a%2Fb")]
    [InlineData("akc_live_x")]
    public async Task Knows_no_key_of_another_name(string name)
    {
        using var algolia = await served.AlgoliaAsync();

        AssertUnknown(await algolia.GetAsync($"/keys/{name}"));
        AssertUnknown(await algolia.PutAsync($"/keys/{name}", """{"acl":["search"]}"""));
        AssertUnknown(await algolia.DeleteAsync($"/keys/{name}"));
        AssertUnknown(await algolia.PostAsync($"/keys/{name}/restore"));
    }

    [Fact]
    public async Task Takes_the_credentials_from_the_query_too()
    {
        var secret = (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal();
        using var algolia = new VendorClient(served.Client(), "/1");

        Assert.Equal(HttpStatusCode.OK, (await algolia.GetAsync($"/keys?x-algolia-api-key={secret}&x-algolia-application-id=ACME")).Status);
        AssertWrong(await algolia.GetAsync($"/keys?x-algolia-api-key={secret}"));
        AssertWrong(await algolia.GetAsync("/keys?x-algolia-application-id=acme"));
    }

    [Theory]
    [InlineData("acme", true)]
    [InlineData("ACME", true)]
    [InlineData("globex", false)]
    [InlineData("", false)]
    [InlineData("org_00000000000000000000000000000000", false)]
    public async Task Takes_the_organization_alone_for_the_application(string application, bool isIt)
    {
        using var http = served.Client();
        http.DefaultRequestHeaders.Add("X-Algolia-API-Key", (await served.CreateManagementKeyAsync(ManagementScopes.All)).Secret.Reveal());
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Algolia-Application-Id", application);
        using var algolia = new VendorClient(http, "/1");

        var answer = await algolia.GetAsync("/keys");

        if (isIt)
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }
        else
        {
            AssertWrong(answer);
        }
    }

    [Fact]
    public async Task Lets_a_key_that_may_only_read_change_nothing()
    {
        using var algolia = await served.VendorAsync("/1", ManagementScopes.ReadKeys);
        using var writer = await served.AlgoliaAsync();
        var secret = await AddAsync(writer, Whole);

        var refused = new[]
        {
            await algolia.PostAsync("/keys", Whole),
            await algolia.PutAsync($"/keys/{secret}", Whole),
            await algolia.DeleteAsync($"/keys/{secret}"),
        };

        Assert.All(refused, answer => AssertError(answer, HttpStatusCode.Forbidden, "Method not allowed with this API key"));
        Assert.Equal("Shop", (await algolia.GetAsync($"/keys/{secret}")).Text("description"));
    }

    [Fact]
    public async Task Shows_the_secret_in_no_trace_of_the_changes()
    {
        using var algolia = await served.AlgoliaAsync();
        var secret = await AddAsync(algolia, Whole);
        await algolia.PutAsync($"/keys/{secret}", """{"acl":["search"]}""");
        await algolia.DeleteAsync($"/keys/{secret}");
        await algolia.PostAsync($"/keys/{secret}/restore");

        using var auditor = await served.ClientAsync(ManagementScopes.ReadAudit);
        var audit = await auditor.GetStringAsync("/api/v1/audit?limit=100");

        Assert.DoesNotContain(secret, audit + string.Concat(served.App.Log.Lines), StringComparison.Ordinal);
    }

    private static void AssertWrong(VendorAnswer answer) => AssertError(answer, HttpStatusCode.Forbidden, "Invalid Application-ID or API key");
}
