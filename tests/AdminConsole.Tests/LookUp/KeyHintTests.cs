using AdminConsole.Core.Access;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.LookUp;

public sealed class KeyHintTests : CoreTest
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("…{0}")]
    [InlineData("...{0}")]
    [InlineData("  akc_live_…{0}\n")]
    [InlineData("****{0}")]
    public async Task Finds_every_key_that_ends_in_a_hint_however_the_rest_is_left_out(string form)
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(organization, "hinted");

        var found = await FindAsync(A.Admin(organization), string.Format(null, form, key.Secret.Hint));

        Assert.Equal(key.Id, Assert.Single(found.Value.Keys).Id);
        Assert.Equal(0, found.Value.SecretsSeen);
    }

    [Theory]
    [InlineData("a line of a log without any secret, that ends in {0}")]
    [InlineData("token={0}")]
    public async Task Does_not_take_the_end_of_other_text_for_a_hint(string form)
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(organization, "not meant");

        var found = await FindAsync(A.Admin(organization), string.Format(null, form, key.Secret.Hint));

        Assert.DoesNotContain(key.Id, found.Succeeded ? found.Value.Keys.Select(match => match.Id) : []);
    }

    [Theory]
    [InlineData("{0}", 0)]
    [InlineData("ak_{0:n}", 0)]
    [InlineData("api_key_{0:n}", 0)]
    [InlineData("uak_{0:d}", 0)]
    [InlineData(" {0:d}\n", 0)]
    [InlineData("{0:n}", 1)]
    [InlineData("What became of key \"key_{0:n}\"?", 0)]
    public async Task Finds_a_key_by_its_id_in_each_of_its_forms(string form, int secrets)
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(organization, "named");
        await CreateAsync(organization, "not named");
        var text = form == "{0}" ? key.Id.ToString() : string.Format(null, form, key.Id.Value);

        var found = await FindAsync(A.Admin(organization), text);

        Assert.Equal(key.Id, Assert.Single(found.Value.Keys).Id);
        Assert.Equal(secrets, found.Value.SecretsSeen);
    }

    [Fact]
    public async Task An_id_finds_no_key_of_an_organization_that_the_actor_may_not_search()
    {
        var (acme, globex) = (await Console.CreateOrganizationAsync("acme"), await Console.CreateOrganizationAsync("globex"));
        var key = await CreateAsync(acme, "of acme");

        Assert.Empty((await FindAsync(A.Admin(globex), key.Id.ToString())).Value.Keys);
        Assert.Equal("The acme", Assert.Single((await FindAsync(A.Support(), key.Id.ToString())).Value.Keys).OrganizationName);
    }

    private async Task<CreatedKey> CreateAsync(Id<Organization> organization, string name) => (await Console.Get<CreateKeyHandler>().CreateAsync(
        A.Admin(organization), new(organization, A.Settings(name)), CancellationToken.None)).Value;

    private Task<Result<LookUpResult>> FindAsync(Actor actor, string text) => Console.Get<KeyLookUp>().FindAsync(actor, text, CancellationToken.None);
}
