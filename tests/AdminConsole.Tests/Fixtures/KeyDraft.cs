using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Tests.Fixtures;

/// <summary>A key as no use case would make it: of the past, expired, revoked, used.</summary>
public sealed record KeyDraft(string Name = "ci-deploy")
{
    public string Description { get; init; } = "";

    public bool Enabled { get; init; } = true;

    public bool Revoked { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = A.Monday;
}

public static class KeyDrafts
{
    public static Task AddKeysAsync(this TestConsole console, Id<Organization> organization, params IEnumerable<KeyDraft> drafts) =>
        console.ChangeAsync(db =>
        {
            foreach (var draft in drafts)
            {
                var lastUse = db.ApiKeys.Add(draft.Create(organization, console)).Reference(key => key.LastUse).TargetEntry!;
                lastUse.Property(use => use.At).CurrentValue = draft.LastUsedAt;
            }
        });

    private static ApiKey Create(this KeyDraft draft, Id<Organization> organization, TestConsole console)
    {
        var generated = GeneratedSecret.For(
            Id<ApiKey>.New(draft.UpdatedAt), SecretFormat.Native(SecretEnvironment.Test), console.Get<SecretHasher>());
        var settings = A.Settings(draft.Name) with { Description = draft.Description, StartsAt = draft.StartsAt, ExpiresAt = draft.ExpiresAt };
        var key = ApiKey.Create(organization, KeyKind.Service, settings, generated, Actor.System, draft.UpdatedAt);
        key.Enable(draft.Enabled);
        if (draft.Revoked)
        {
            key.Revoke(RevocationReason.Unused, comment: null, Actor.System, draft.UpdatedAt);
        }

        console.Get<KeySealer>().Seal(key);
        return key;
    }
}
