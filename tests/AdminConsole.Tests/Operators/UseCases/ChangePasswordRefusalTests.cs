using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class ChangePasswordRefusalTests : CoreTest
{
    private const string Current = "four calm green herons";
    private const string Better = "seven quiet amber lanterns";

    private Operator _ada = null!;
    private byte[] _session = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var added = await Console.Get<OperatorRegistry>()
            .CreateAsync(Actor.System, new("ada@example.com", "Ada", Current, []), CancellationToken.None);
        _ada = (await Console.Get<OperatorSignIn>().CheckAsync("ada@example.com", Current, null, CancellationToken.None)).Value;
        _session = OperatorSessions.HashOf(await Console.Get<OperatorSessions>().StartAsync(added.Value.Value, [], CancellationToken.None));
    }

    [Theory]
    [InlineData(null, "password.short")]
    [InlineData("fourteen chars", "password.short")]
    [InlineData("ababababababababab", "password.repetitive")]
    [InlineData("one ada is enough for me", "password.name")]
    [InlineData(Current, "password.same")]
    public Task Names_the_new_password_and_changes_nothing(string? wanted, string code) =>
        AssertRefusedAsync(() => ChangeAsync(Current, wanted), (OperatorPasswords.NewField, code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong wrong wrong wrong")]
    public async Task Names_the_current_password_and_changes_nothing_but_the_count_of_wrong_ones(string? current)
    {
        var before = await OthersAsync();

        var refused = await ChangeAsync(current, Better);

        Assert.Equal((OperatorPasswords.CurrentField, "password.wrong"), (refused.Failures[0].Field, Assert.Single(refused.Failures).Code));
        Assert.Equal(before, await OthersAsync());
        Assert.True((await Console.Get<OperatorSignIn>().CheckAsync("ada@example.com", Current, null, CancellationToken.None)).Succeeded);
    }

    [Fact]
    public Task Is_for_a_session_that_still_is_one()
    {
        _session = OperatorSessions.HashOf("ended");

        return AssertRefusedAsync(() => ChangeAsync(Current, Better), (null, "password.forbidden"));
    }

    // Everything but the operator's own row, where wrong passwords are counted.
    private async Task<List<string>> OthersAsync() =>
        [.. (await DatabaseContents.ReadAsync(Database.Directory)).Where(row => !row.Contains("ada@example.com", StringComparison.Ordinal))];

    private Task<Result<Id<Operator>>> ChangeAsync(string? current, string? wanted) => Console.Get<OperatorPasswords>().ChangeAsync(
        _ada.ToActor([]), new(_ada.Id, _session, current, wanted), CancellationToken.None);
}
