namespace AdminConsole.Web.Account;

/// <summary>What the sign-in page posts.</summary>
public sealed class SignInForm
{
    internal const string EmailField = "email";
    internal const string PasswordField = "password";

    internal static readonly string[] Fields = [EmailField, PasswordField];

    public string? Email { get; set; }

    public string? Password { get; set; }
}
