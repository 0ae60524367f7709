using AdminConsole.Core.Keys;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Text;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Organizations;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.LookUp;

/// <summary>The keys that a look-up found. Support sees keys of organizations whose pages it does not have: those have no link.</summary>
public sealed partial class FoundKeys(CurrentOrganization organizations, KeyDialogs dialogs)
{
    private static readonly string[] Headings = ["Key.Title", "Key.Field.status", "LookUp.Organization", "Key.Field.ownerId", "Key.Field.lastUsed"];

    [Parameter, EditorRequired] public required IReadOnlyList<FoundKey> Keys { get; set; }

    [Parameter, EditorRequired] public required IReadOnlySet<Id<ApiKey>> Revocable { get; set; }

    [Parameter] public EventCallback<FoundKey> OnRevoked { get; set; }

    private string? SlugOf(FoundKey key) => organizations.Available.FirstOrDefault(organization => organization.Id == key.OrganizationId)?.Slug;

    private async Task RevokeAsync(FoundKey key)
    {
        if (await dialogs.RevokeAsync(key.Target, key.Name, key))
        {
            await OnRevoked.InvokeAsync(key);
        }
    }
}
