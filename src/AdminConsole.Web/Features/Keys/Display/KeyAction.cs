namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>What can be done to a key, in the order in which menus offer it.</summary>
public enum KeyAction
{
    Edit,
    Rotate,
    Duplicate,
    Disable,
    Enable,
    Revoke,
    Delete,
}
