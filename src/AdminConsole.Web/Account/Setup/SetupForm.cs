using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations.UseCases;

namespace AdminConsole.Web.Account.Setup;

/// <summary>What the page posts.</summary>
public sealed class SetupForm
{
    internal const string TokenField = "token";
    internal const string RepeatField = "repeat";

    internal static readonly string[] Fields =
    [
        TokenField, OrganizationRegistry.NameField, OrganizationRegistry.SlugField,
        OperatorRegistry.DisplayNameField, OperatorRegistry.EmailField, OperatorRegistry.PasswordField, RepeatField,
    ];

    public string? Token { get; set; }

    public string? OrganizationName { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? Repeat { get; set; }

    internal SetUpConsole ToCommand() => new(new((Slug ?? "").Trim(), OrganizationName ?? ""), Email ?? "", Name ?? "", Password ?? "");
}
