using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class OperatorPreferencesTests : CoreTest
{
    private Actor _ada = null!;
    private Actor _bob = null!;

    private OperatorPreferences Preferences => Console.Get<OperatorPreferences>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_ada, _bob) = (await AddAsync("Ada"), await AddAsync("Bob"));
    }

    [Fact]
    public async Task The_last_value_of_each_name_is_kept()
    {
        await WriteAsync(_ada, "keys.columns", "name");
        await WriteAsync(_ada, "organization", "acme");
        await WriteAsync(_ada, "keys.columns", """["name","status"]""");

        var all = (await Preferences.ReadAllAsync(_ada, CancellationToken.None)).Value;

        Assert.Equal(
            ["keys.columns = [\"name\",\"status\"]", "organization = acme"],
            all.Select(each => $"{each.Key} = {each.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_in_its_place_forgets_a_preference()
    {
        await WriteAsync(_ada, "organization", "acme");

        await WriteAsync(_ada, "organization", null);
        await WriteAsync(_ada, "never written", null);

        Assert.Empty((await Preferences.ReadAllAsync(_ada, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Each_operator_has_their_own()
    {
        await WriteAsync(_ada, "organization", "acme");
        await WriteAsync(_bob, "organization", "globex");

        Assert.Equal("acme", Assert.Single((await Preferences.ReadAllAsync(_ada, CancellationToken.None)).Value).Value);
        Assert.Equal("globex", Assert.Single((await Preferences.ReadAllAsync(_bob, CancellationToken.None)).Value).Value);
    }

    [Fact]
    public async Task They_go_with_the_operator()
    {
        await WriteAsync(_ada, "organization", "acme");
        await WriteAsync(_bob, "organization", "globex");

        await Console.ChangeAsync(db => db.Users.Remove(db.Users.Single(person => person.DisplayName == "Ada")));

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        Assert.Equal("globex", (await db.OperatorPreferences.SingleAsync()).Value);
        await AssertRefusedAsync(() => WriteAsync(_ada, "organization", "acme"), (null, "preferences.forbidden"));
    }

    [Fact]
    public async Task Names_and_values_have_their_limits()
    {
        await AssertRefusedAsync(() => WriteAsync(_ada, " ", "x"), (OperatorPreferences.NameField, "text.length"));
        await AssertRefusedAsync(() => WriteAsync(_ada, new('n', 51), "x"), (OperatorPreferences.NameField, "text.length"));
        await AssertRefusedAsync(() => WriteAsync(_ada, "name", new('v', 2001)), (OperatorPreferences.ValueField, "text.length"));
        Assert.True((await WriteAsync(_ada, new('n', 50), new('v', 2000))).Succeeded);
    }

    [Fact]
    public async Task One_more_than_the_most_is_refused_while_those_that_are_there_still_change()
    {
        for (var number = 1; number <= OperatorPreference.MaxPerOperator; number++)
        {
            await WriteAsync(_ada, $"name {number}", "before");
        }

        await AssertRefusedAsync(() => WriteAsync(_ada, "one more", "x"), (null, "preferences.too_many"));
        Assert.True((await WriteAsync(_ada, "name 1", "after")).Succeeded);
        Assert.True((await WriteAsync(_bob, "one more", "x")).Succeeded);
    }

    [Fact]
    public async Task Who_is_no_operator_has_none()
    {
        var key = Actor.ForManagementKey(
            Id<ApiKey>.New(A.Monday).ToString(), "script", await Console.CreateOrganizationAsync(), [ManagementScopes.ReadKeys]);

        foreach (var actor in new[] { key, Actor.Nobody, Actor.System })
        {
            Assert.Equal("preferences.forbidden", Assert.Single((await Preferences.ReadAllAsync(actor, CancellationToken.None)).Failures).Code);
            await AssertRefusedAsync(() => WriteAsync(actor, "organization", "acme"), (null, "preferences.forbidden"));
        }
    }

    private Task<Result<string>> WriteAsync(Actor actor, string name, string? value) =>
        Preferences.WriteAsync(actor, name, value, CancellationToken.None);

    private async Task<Actor> AddAsync(string name)
    {
        var person = new Operator { Id = Guid.CreateVersion7(A.Monday), DisplayName = name };
        await Console.ChangeAsync(db => db.Users.Add(person));
        return person.ToActor([]);
    }
}
