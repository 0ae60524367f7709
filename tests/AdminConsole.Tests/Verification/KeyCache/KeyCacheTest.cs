using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification.KeyCache;

/// <summary>A key with a rule of every kind, and what the memory of keys says of it.</summary>
public abstract class KeyCacheTest : CoreTest
{
    protected async Task<(CachedKeys Keys, KeyLoader Loader)> LoadedAnewAsync()
    {
        var keys = ActivatorUtilities.CreateInstance<CachedKeys>(Console.Get<IServiceProvider>());
        var loader = ActivatorUtilities.CreateInstance<KeyLoader>(Console.Get<IServiceProvider>(), keys, new KeyChangeNotifier());
        await loader.LoadAsync(default);
        return (keys, loader);
    }

    protected async Task<(Id<Organization> Acme, CreatedKey Key)> CreateAsync()
    {
        var acme = await Console.CreateOrganizationAsync();
        var settings = A.Settings() with
        {
            OwnerId = await Console.AddOwnerAsync(acme),
            Scopes = ["vm:read", "vm:edit"],
            AllowedCidrs = ["10.0.0.0/8"],
            BlockedCidrs = ["10.9.0.0/16"],
            Resources = ["docs_*"],
            Referrers = ["*.example.com"],
            Limits = new(1000, 50, null),
            Claims = """{"plan":"pro"}""",
            ExpiresAt = A.Monday.AddDays(30),
        };
        var created = await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(acme, settings), default);
        return (acme, created.Value);
    }

    protected DecisionCode Decide(Id<Organization> organization, CreatedKey key) => Console.Get<VerificationService>().Verify(
        Actor.System,
        organization,
        new(key.Secret.Reveal())
        {
            ClientIp = "10.1.2.3",
            Scopes = ["vm:read"],
            Resource = "docs_1",
            Referrer = "www.example.com",
        }).Value.Decision.Code;

    protected async Task<int> AuditedAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.AuditEntries.CountAsync(entry => entry.Action == AuditActions.KeySealBroken);
    }
}
