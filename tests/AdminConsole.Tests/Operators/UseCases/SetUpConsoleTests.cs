using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Operators.UseCases;

public sealed class SetUpConsoleTests : CoreTest
{
    private static readonly SetUpConsole Whole = new(new("acme", "Acme"), "ada@example.com", "Ada", "four calm green herons");

    public static TheoryData<string, string, string> Refused => new()
    {
        { OrganizationRegistry.SlugField, "", "slug.form" },
        { OrganizationRegistry.SlugField, "a", "slug.form" },
        { OrganizationRegistry.SlugField, "Acme", "slug.form" },
        { OrganizationRegistry.SlugField, "acme labs", "slug.form" },
        { OrganizationRegistry.SlugField, "-acme", "slug.form" },
        { OrganizationRegistry.SlugField, "acme-", "slug.form" },
        { OrganizationRegistry.SlugField, "äcme", "slug.form" },
        { OrganizationRegistry.SlugField, new string('a', Organization.SlugMaxLength + 1), "slug.form" },
        { OrganizationRegistry.NameField, " ", "text.length" },
        { OrganizationRegistry.NameField, new string('n', Organization.NameMaxLength + 1), "text.length" },
        { OrganizationRegistry.NameField, "a\u202eb", "text.characters" },
        { OperatorRegistry.EmailField, "nobody", "email.form" },
        { OperatorRegistry.DisplayNameField, "", "text.length" },
        { OperatorRegistry.PasswordField, "short", "password.short" },
        { OperatorRegistry.PasswordField, "one ada is enough for me", "password.name" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Names_the_field_at_fault_and_changes_nothing(string field, string value, string code) => AssertRefusedAsync(
        () => SetUpAsync(field switch
        {
            OrganizationRegistry.SlugField => Whole with { Organization = Whole.Organization with { Slug = value } },
            OrganizationRegistry.NameField => Whole with { Organization = Whole.Organization with { Name = value } },
            OperatorRegistry.EmailField => Whole with { Email = value },
            OperatorRegistry.DisplayNameField => Whole with { DisplayName = value },
            _ => Whole with { Password = value },
        }),
        (field, code));

    [Fact]
    public Task Names_every_fault_at_once() => AssertRefusedAsync(
        () => SetUpAsync(new(new("", ""), "", "", "")),
        (OrganizationRegistry.NameField, "text.length"),
        (OrganizationRegistry.SlugField, "slug.form"),
        (OperatorRegistry.DisplayNameField, "text.length"),
        (OperatorRegistry.PasswordField, "password.short"),
        (OperatorRegistry.EmailField, "email.form"));

    [Fact]
    public async Task Happens_once()
    {
        Assert.True((await SetUpAsync(Whole)).Succeeded);

        await AssertRefusedAsync(
            () => SetUpAsync(Whole with { Organization = new("globex", "Globex"), Email = "ben@example.com" }), (null, ConsoleSetUp.Done.Code));
    }

    private Task<Result<Id<Operator>>> SetUpAsync(SetUpConsole command) => Console.Get<ConsoleSetUp>().RunAsync(command, CancellationToken.None);
}
