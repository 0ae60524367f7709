using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Listing;

public sealed class KeyListSearchTests : CoreTest
{
    [Theory]
    [InlineData("100%", "100%")]
    [InlineData("a_b", "a_b")]
    [InlineData(@"c:\temp", @"c:\temp")]
    [InlineData("A_B", "a_b")]
    public async Task A_search_takes_percent_underscore_and_backslash_as_they_are(string search, string expected)
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, [new("100%"), new("1000"), new("a_b"), new("axb"), new(@"c:\temp"), new("c:xtemp")]);

        var found = await AllAsync(new(organization) { Search = search });

        Assert.Equal(expected, Assert.Single(found).Name);
    }

    [Theory]
    [InlineData("КЛЮЧ")]
    [InlineData("ключ")]
    [InlineData("E\u0301CLAIR")]
    [InlineData("e\u0301clair")]
    [InlineData("ПЕКАРНЯ")]
    [InlineData("Σίσυφος")]
    [InlineData("ΣΊΣΥΦΟΣ")]
    public async Task A_search_finds_text_of_every_script_whatever_its_case_and_composition(string search)
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeyAsync(organization, A.Settings("Мой ключ, éclair") with { Tags = ["пекарня"], Description = "σίσυφος" });
        await Console.AddKeyAsync(organization, A.Settings("another"));

        Assert.Equal("Мой ключ, éclair", Assert.Single(await AllAsync(new(organization) { Search = search })).Name);
    }

    [Theory]
    [InlineData("КЛЮЧ")]
    [InlineData("E\u0301CLAIR")]
    public async Task A_name_is_found_whatever_its_case_and_composition(string name)
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeyAsync(organization, A.Settings("Мой ключ, éclair"));
        await Console.AddKeyAsync(organization, A.Settings("another") with { Description = "ключ éclair" });

        Assert.Equal("Мой ключ, éclair", Assert.Single(await AllAsync(new(organization) { Name = name })).Name);
    }

    [Theory]
    [InlineData("key_{0:n}")]
    [InlineData("ak_{0:n}")]
    [InlineData("api_key_{0:n}")]
    [InlineData("uak_{0:d}")]
    [InlineData("{0:d}")]
    [InlineData(" {0:n} ")]
    public async Task A_search_finds_a_key_by_any_of_its_ids(string form)
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await Console.AddKeyAsync(organization, A.Settings("named"));
        await Console.AddKeyAsync(organization, A.Settings("another"));

        Assert.Equal(key.KeyId, Assert.Single(await AllAsync(new(organization) { Search = string.Format(null, form, key.KeyId.Value) })).Id);
    }

    [Fact]
    public async Task A_search_looks_at_name_description_hint_and_tags()
    {
        var organization = await Console.CreateOrganizationAsync();
        await Console.AddKeysAsync(organization, [new("the needle"), new("described") { Description = "holds a Needle" }, new("by hint")]);
        await Console.AddKeyAsync(organization, A.Settings("tagged") with { Tags = ["needle-team"] });
        var hinted = Assert.Single(await AllAsync(new(organization) { Search = "by hint" }));

        var found = await AllAsync(new(organization) { Search = "needle" });
        var byHint = await AllAsync(new(organization) { Search = hinted.Hint });

        Assert.Equal(["described", "tagged", "the needle"], found.Select(key => key.Name).Order(StringComparer.Ordinal));
        Assert.Contains(byHint, key => key.Id == hinted.Id);
    }

    private async Task<List<KeySummary>> AllAsync(KeyQuery query)
    {
        List<KeySummary> keys = [];
        KeyPage? page = null;
        do
        {
            page = (await Console.Get<KeyQueries>().ListAsync(
                A.Admin(query.OrganizationId), query with { Limit = KeyQuery.MaxLimit, Cursor = page?.Next }, CancellationToken.None)).Value;
            keys.AddRange(page.Keys);
        }
        while (page.Next is not null);

        return keys;
    }
}
