namespace AdminConsole.Web.Paths;

/// <summary>Where the statically rendered pages are. Their Razor files repeat these in <c>@page</c>, which takes no constant.</summary>
internal static class AccountPaths
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string ChangePassword = "/account/change-password";

    /// <summary>Leads on to <see cref="ReturnUrl"/>.</summary>
    public const string Arrive = "/account/arrive";

    /// <summary>Tells a circuit which session the browser's cookie belongs to now.</summary>
    public const string SessionProof = "/account/session-proof";

    public const string Setup = "/setup";

    /// <summary>The query parameter with the address to go to afterwards.</summary>
    public const string ReturnUrl = "returnUrl";
}
