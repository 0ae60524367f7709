using AdminConsole.Core.Access;

namespace AdminConsole.Core.Keys;

public enum KeyKind
{
    /// <summary>Presented to the organization's own services, which have it verified here.</summary>
    Service,

    /// <summary>Calls the console's own API; its scopes are <see cref="ManagementScopes"/>.</summary>
    Management,

    /// <summary>Made by the system; nobody edits it.</summary>
    Managed,
}
