namespace AdminConsole.Web.Account.Setup;

internal static class SetupServices
{
    /// <summary>The first set-up: its page, the token that opens it, and the line that tells the address.</summary>
    public static void AddSetup(this IServiceCollection services) => services
        .AddSingleton<SetupToken>()
        .AddSingleton<SetupStatus>()
        .AddHostedService<SetupInvitation>();
}
