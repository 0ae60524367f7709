namespace AdminConsole.Web.Features.Organizations;

/// <summary>Tells the shell of this circuit that a key was created here: the number beside "Keys" is out of date. Revoked keys stay in it.</summary>
public sealed class KeyCountChanges
{
    public event EventHandler? Happened;

    public void Announce() => Happened?.Invoke(this, EventArgs.Empty);
}
