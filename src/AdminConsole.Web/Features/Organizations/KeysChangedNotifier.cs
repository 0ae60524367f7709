namespace AdminConsole.Web.Features.Organizations;

/// <summary>Tells the parts of this circuit that show keys when one was created or changed here, though not by the part itself.</summary>
public sealed class KeysChangedNotifier
{
    public event EventHandler? Happened;

    public void Announce() => Happened?.Invoke(this, EventArgs.Empty);
}
