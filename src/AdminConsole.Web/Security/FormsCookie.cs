namespace AdminConsole.Web.Security;

/// <summary>
/// The cookie of forms. Its name is asked for late: the framework sets it up while the database, which names it, is still being prepared.
/// </summary>
internal sealed class FormsCookie(IServiceProvider services) : CookieBuilder
{
    public override string? Name
    {
        get => services.GetRequiredService<CookieNames>().Forms;
        set => throw new NotSupportedException();
    }
}
