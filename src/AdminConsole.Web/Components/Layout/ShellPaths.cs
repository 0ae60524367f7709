namespace AdminConsole.Web.Components.Layout;

/// <summary>The pages that the shell's forms and links lead to; those of the account are rendered statically.</summary>
internal static class ShellPaths
{
    public const string SignOut = "account/sign-out";
    public const string ChangePassword = "account/change-password";
    public const string Keys = "keys";
    public const string LookUp = "lookup";

    /// <summary>The organization stands in the URL: it can be shared, opened in a second tab and gone back from.</summary>
    public static string KeysOf(string organization) => $"{Keys}?org={Uri.EscapeDataString(organization)}";
}
