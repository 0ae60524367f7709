using AdminConsole.Core.Auditing.Trail;
using AdminConsole.Core.Data;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Projects.UseCases;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Usage.Storage;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AdminConsole.Core;

public static class CoreServices
{
    /// <summary>Every use case. They keep no state of a request, so one of each serves all circuits and requests.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="dataDirectory">Holds all that the console keeps.</param>
    public static IServiceCollection AddConsoleCore(this IServiceCollection services, DataDirectory dataDirectory)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(dataDirectory);
        services.AddKeys();
        services.AddVerification();
        services.AddExplaining();
        services.AddUsage();
        services.AddOperators();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<OrganizationQueries>();
        services.AddSingleton<OrganizationEditor>();
        services.AddSingleton<ScopeCatalogueEditor>();
        services.AddSingleton<ProjectQueries>();
        services.AddSingleton<ProjectEditor>();
        services.AddSingleton<OwnerQueries>();
        services.AddSingleton<OwnerEditor>();
        services.AddSingleton<OrganizationRegistry>();
        services.AddSingleton<DemoKeys>();
        services.AddSingleton<DemoRotation>();
        services.AddSingleton<DemoUsage>();
        services.AddSingleton<DemoData>();
        return services;
    }

    private static void AddStorage(this IServiceCollection services, DataDirectory dataDirectory)
    {
        services.AddSingleton(dataDirectory);
        services.AddSingleton(provider => DataDirectoryLock.Take(provider.GetRequiredService<DataDirectory>()));
        services.AddSingleton<WriteLock>();
        services.AddSingleton<ConsoleStore>();
        services.AddSingleton<ConsoleDatabase>();
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton(provider => provider.GetRequiredService<ConsoleDatabase>().Peppers);
        services.AddSingleton<SecretHasher>();
        services.AddSingleton<SqliteCheckpoints>();
        services.AddHostedService(provider => provider.GetRequiredService<SqliteCheckpoints>());

        // ASP.NET Core Identity keeps its own context for the length of a request.
        services.AddScoped(provider => provider.GetRequiredService<ConsoleStore>().CreateSelfLockingContext());
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<KeySealer>();
        services.TryAddSingleton(SecuredKeyOptions.Default);
        services.AddSingleton<SigningStateProtector>();
        services.AddSingleton<KeyChangeNotifier>();
        services.AddSingleton<KeyTransactions>();
        services.AddSingleton<KeyFactory>();
        services.AddSingleton<CreateKeyHandler>();
        services.AddSingleton<RotateKeyHandler>();
        services.AddSingleton<DuplicateKeyHandler>();
        services.AddSingleton<DeleteKeyHandler>();
        services.AddSingleton<IdempotentKeyService>();
        services.AddSingleton<EditKeyHandler>();
        services.AddSingleton<SwitchKeyHandler>();
        services.AddSingleton<RevokeKeyHandler>();
        services.AddSingleton<KeyDetailsQueries>();
        services.AddSingleton<KeyQueries>();
        services.AddSingleton<KeyCounts>();
        services.AddSingleton<OwnKeyReader>();
        services.AddSingleton<KeyLookUp>();
    }

    private static void AddVerification(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(VerificationOptions.Default);
        services.AddSingleton<CachedKeys>();
        services.AddSingleton<KeyLoader>();
        services.AddSingleton<SecuredKeyFinder>();
        services.AddSingleton<CacheFreshness>();
        services.AddSingleton<KeyEventLog>();
        services.AddSingleton<KeyChangePoller>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyChangePoller>());
        services.AddSingleton<VerificationRateLimiter>();
        services.AddSingleton<CredentialFailureLimiter>();
        services.AddSingleton<VerificationService>();
        services.AddSingleton<ManagementKeyVerifier>();
        services.AddSingleton<KeyEventSubscriptions>();
    }

    private static void AddExplaining(this IServiceCollection services)
    {
        services.AddSingleton<KeyExplainer>();
        services.AddSingleton<PastDecisions>();
        services.AddSingleton<EventExplainer>();
        services.AddSingleton<PastUseQueries>();
        services.AddSingleton<EditPreviewer>();
    }

    private static void AddUsage(this IServiceCollection services)
    {
        services.AddOptions<UsageOptions>();
        services.AddSingleton<UsageRecorder>();
        services.AddSingleton<UsageBuffer>();
        services.AddSingleton<EventLogWriter>();
        services.AddSingleton<RollUpRecovery>();
        services.AddSingleton<UsageRollUp>();
        services.AddSingleton<UsageRetention>();
        services.AddSingleton<UsageCounts>();
        services.AddSingleton<UsageQueries>();
        services.AddSingleton<KeyActivity>();
        services.AddSingleton<RecentUses>();
        services.AddSingleton<UsageEvents>();
        services.AddHostedService<UsageWriter>();
    }

    private static void AddOperators(this IServiceCollection services)
    {
        // The default hasher is PBKDF2 with SHA-512; OWASP asks for 220,000 rounds of it.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.AddSingleton<IPasswordHasher<Operator>, PasswordHasher<Operator>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<OperatorCredentials>();
        services.AddSingleton<OperatorRegistry>();
        services.AddSingleton<OperatorSignIn>();
        services.AddSingleton<OperatorPasswords>();
        services.AddSingleton<OperatorPasswordReset>();
        services.AddSingleton<OperatorSessions>();
        services.AddSingleton<OperatorActors>();
        services.AddSingleton<OperatorPreferences>();
        services.AddSingleton<ConsoleSetUp>();
    }
}
