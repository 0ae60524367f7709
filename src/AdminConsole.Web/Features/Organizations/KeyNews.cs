namespace AdminConsole.Web.Features.Organizations;

/// <summary>Tells what this circuit shows of keys that it is out of date: one was created or changed here, though not by the page itself.</summary>
public sealed class KeyNews
{
    public event EventHandler? Happened;

    public void Announce() => Happened?.Invoke(this, EventArgs.Empty);
}
