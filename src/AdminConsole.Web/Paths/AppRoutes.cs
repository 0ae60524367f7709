namespace AdminConsole.Web.Paths;

/// <summary>The pages that the shell's forms and links lead to; those of the account are rendered statically.</summary>
internal static class AppRoutes
{
    /// <summary>The start page: whatever the address of the console itself is.</summary>
    public const string Home = "";
    public const string SignIn = "account/sign-in";
    public const string SignOut = "account/sign-out";
    public const string ChangePassword = "account/change-password";
    public const string Keys = "keys";
    public const string LookUp = "lookup";

    /// <summary>The parameter that names the organization by its slug.</summary>
    public const string OrganizationParameter = "org";

    /// <summary>The parameter with what a list is searched for.</summary>
    public const string SearchParameter = "q";

    /// <summary>The organization stands in the URL: it can be shared, opened in a second tab and gone back from.</summary>
    public static string KeysOf(string organization) => Of(Keys, organization);

    public static string Of(string path, string organization) => $"{path}?{OrganizationParameter}={Uri.EscapeDataString(organization)}";

    public static string PathOf(string address) => address.Split('?', '#')[0];
}
