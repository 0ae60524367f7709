using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Tests.Fixtures;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class CreateKeyFaultTests : DialogTest
{
    /// <summary>A field, what is typed into it, and the fault that is said beside it.</summary>
    public static TheoryData<string, string, string> Faulty => new()
    {
        { "name", "", "Enter some text here" },
        { "description", new string('d', ApiKey.DescriptionMaxLength + 1), "Shorten this to 1000" },
        { "queryParameters", new string('q', 1001), "Shorten this to 1000" },
        { "claims", "{", "This is not valid JSON" },
        { "maxVerificationsPerIpPerHour", "0", "Enter a whole number from 1" },
        { "maxHitsPerQuery", "99999999999", "Enter a whole number from 1" },
    };

    public static TheoryData<string, string, string> FaultyEntries => new()
    {
        { "scopes", "a b", "a b: Write a scope without spaces" },
        { "allowedCidrs", "10.1.2.3/8", "10.1.2.3/8: The address has bits behind the prefix" },
        { "blockedCidrs", "example.com", "example.com: This is no address" },
        { "resources", "a*b", "a*b: Put * only at the beginning or the end" },
        { "referrers", "a*b", "a*b: Put * only" },
        { "tags", new string('t', 65), "Shorten this to 64" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Says_each_fault_beside_its_field(string name, string typed, string fault)
    {
        await OpenWithNameAndScopeAsync();

        await TypeAsync(name, typed);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.StartsWith(fault, Assert.Single(FaultsOf(name)), StringComparison.Ordinal));
        Assert.Equal("true", Field(name).GetAttribute("aria-invalid"));
        Assert.Equal("1 fault", Page.Find("[role=tab][aria-selected=true] .ac-tab-faults").TextContent[^7..]);
        Assert.Contains(Field(name), Page.Find("[role=tabpanel]:not([hidden])").GetDescendants());
        Assert.Empty((await ListAsync()).Keys);
    }

    [Theory]
    [MemberData(nameof(FaultyEntries))]
    public async Task Says_each_fault_of_an_entry_at_the_entry(string name, string entry, string fault)
    {
        await OpenWithNameAndScopeAsync();

        await AddAsync(name, entry);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Contains(FaultsOf(name), said => said.Contains(fault, StringComparison.Ordinal)));
        Assert.Equal("true", Field(name).GetAttribute("aria-invalid"));
        Assert.Empty((await ListAsync()).Keys);
    }

    [Fact]
    public async Task Corrects_a_network_with_one_click()
    {
        await OpenWithNameAndScopeAsync();

        await AddAsync("allowedCidrs", "10.1.2.3/8");
        await ClickAsync("Use 10.0.0.0/8");

        Assert.Empty(FaultsOf("allowedCidrs"));
        Assert.Empty(Page.FindAll(".ac-tab-faults"));
    }

    [Fact]
    public async Task A_fault_is_forgotten_once_its_field_is_changed()
    {
        await OpenWithNameAndScopeAsync();
        await TypeAsync("claims", "{");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(FaultsOf("claims")));

        await TypeAsync("claims", "{}");

        Assert.Empty(FaultsOf("claims"));
        Assert.Empty(Page.FindAll(".ac-tab-faults"));
    }

    [Fact]
    public async Task Goes_to_the_first_tab_with_a_fault()
    {
        await OpenWithNameAndScopeAsync();
        await TypeAsync("name", "");
        await TypeAsync("claims", "{");
        await Page.FindAll("[role=tab]")[3].ClickAsync(new());

        await SubmitAsync();

        Page.WaitForAssertion(
            () => Assert.StartsWith("General", Page.Find("[role=tab][aria-selected=true]").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Contains(JSInterop.Invocations, call => call.Identifier is "focusFault");
    }

    private async Task OpenWithNameAndScopeAsync()
    {
        await SignInAsync(Acme);
        await OpenAsync(dialogs => dialogs.CreateAsync(Acme));
        await TypeAsync("name", "ci-deploy");
        await AddAsync("scopes", "vm:read");
    }

    private async Task<KeyPage> ListAsync() => (await Console.Get<KeyQueries>().ListAsync(A.Admin(Acme), new(Acme), CancellationToken.None)).Value;
}
