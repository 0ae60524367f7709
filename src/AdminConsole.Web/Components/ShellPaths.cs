namespace AdminConsole.Web.Components;

/// <summary>The statically rendered pages that the shell's forms and links lead to.</summary>
internal static class ShellPaths
{
    public const string SignOut = "account/sign-out";
    public const string ChangePassword = "account/change-password";

    /// <summary>POST with the form field <c>organization</c>.</summary>
    public const string ChooseOrganization = "account/organization";
}
