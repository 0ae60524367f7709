using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class AddOperatorTests : CoreTest
{
    private const string Password = "four calm green herons";

    private static readonly CreateOperator Ada = new("ada@example.com", "Ada", Password, [new("acme", OperatorRole.Admin)]);

    public static TheoryData<string, string, string> Refused => new()
    {
        { OperatorRegistry.EmailField, "", "email.form" },
        { OperatorRegistry.EmailField, "nobody", "email.form" },
        { OperatorRegistry.EmailField, "Ada <ada@example.com>", "email.form" },
        { OperatorRegistry.EmailField, new string('a', 250) + "@example.com", "email.form" },
        { OperatorRegistry.EmailField, "BEN@example.com", "email.taken" },
        { OperatorRegistry.DisplayNameField, "", "text.length" },
        { OperatorRegistry.DisplayNameField, new string('n', Operator.DisplayNameMaxLength + 1), "text.length" },
        { OperatorRegistry.DisplayNameField, "a\u202eb", "text.characters" },
        { OperatorRegistry.DisplayNameField, "\u2800", "text.invisible" },
        { OperatorRegistry.PasswordField, "", "password.short" },
        { OperatorRegistry.PasswordField, "fourteen chars", "password.short" },
        { OperatorRegistry.PasswordField, string.Concat(Enumerable.Repeat("abcdef", 22)), "password.long" },
        { OperatorRegistry.PasswordField, "ababababababababab", "password.repetitive" },
        { OperatorRegistry.PasswordField, "one ada is enough for me", "password.name" },
        { OperatorRegistry.OrganizationField, "none", "organization.not_found" },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Console.CreateOrganizationAsync();
        await AddAsync(new("ben@example.com", "Ben", Password, []));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Names_the_field_at_fault_and_changes_nothing(string field, string value, string code) => AssertRefusedAsync(
        () => AddAsync(field switch
        {
            OperatorRegistry.EmailField => Ada with { Email = value },
            OperatorRegistry.DisplayNameField => Ada with { DisplayName = value },
            OperatorRegistry.PasswordField => Ada with { Password = value },
            _ => Ada with { Memberships = [.. Ada.Memberships, new(value, OperatorRole.Viewer)] },
        }),
        (field, code));

    [Fact]
    public Task Names_every_fault_at_once() => AssertRefusedAsync(
        () => AddAsync(new("nobody", "", "", [new("none", OperatorRole.Viewer)])),
        (OperatorRegistry.DisplayNameField, "text.length"),
        (OperatorRegistry.PasswordField, "password.short"),
        (OperatorRegistry.EmailField, "email.form"),
        (OperatorRegistry.OrganizationField, "organization.not_found"));

    [Fact]
    public async Task Is_for_the_consoles_own_machine_alone() => await AssertRefusedAsync(
        () => Console.Get<OperatorRegistry>().CreateAsync(Actor.Nobody, Ada, CancellationToken.None), (null, "operator.add_forbidden"));

    private Task<Result<Id<Operator>>> AddAsync(CreateOperator command) =>
        Console.Get<OperatorRegistry>().CreateAsync(Actor.System, command, CancellationToken.None);
}
