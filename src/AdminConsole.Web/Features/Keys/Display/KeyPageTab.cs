namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>The parts of a key's page. Each has an address, and is loaded when it is opened.</summary>
public enum KeyPageTab
{
    Summary,
    Requests,
    Policy,
    History,
}
