namespace AdminConsole.Web.Components.Layout;

/// <summary>The pages that the shell's forms and links lead to; those of the account are rendered statically.</summary>
internal static class AppRoutes
{
    public const string SignOut = "account/sign-out";
    public const string ChangePassword = "account/change-password";
    public const string Keys = "keys";
    public const string LookUp = "lookup";

    /// <summary>The organization stands in the URL: it can be shared, opened in a second tab and gone back from.</summary>
    public static string KeysOf(string organization) => Of(Keys, organization);

    public static string Of(string path, string organization) => $"{path}?org={Uri.EscapeDataString(organization)}";

    /// <summary>The page at the address as another organization has it. A key belongs to one organization: its page leads to the list.</summary>
    public static string SamePageOf(string address, string organization)
    {
        var path = PathOf(address);
        return Of(ShellNavigation.Entries.Any(entry => entry.Path == path) ? path : Keys, organization);
    }

    public static string PathOf(string address) => address.Split('?', '#')[0];
}
