using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.History;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage.Blocks;
using AdminConsole.Core.Usage.Recording;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AdminConsole.Core.Data;

/// <summary>
/// All tables. Made only by <see cref="ConsoleStore"/>, which decides whether it may write; lives for one operation.
/// </summary>
public sealed class ConsoleDbContext(DbContextOptions<ConsoleDbContext> options) : IdentityUserContext<Operator, Guid>(options)
{
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<KeyChange> KeyChanges => Set<KeyChange>();

    public DbSet<SecuredKeyParent> KeyDerivations => Set<SecuredKeyParent>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<Owner> Owners => Set<Owner>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<OperatorSession> OperatorSessions => Set<OperatorSession>();

    public DbSet<OperatorPreference> OperatorPreferences => Set<OperatorPreference>();

    public DbSet<UsageBlock> UsageBlocks => Set<UsageBlock>();

    public DbSet<DailyCount> DailyCounts => Set<DailyCount>();

    public DbSet<StoreMetadata> Metadata => Set<StoreMetadata>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("OperatorClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("OperatorLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("OperatorTokens");
        builder.HasDbFunction(((Func<string, string>)TextSearch.Fold).Method).HasName(TextSearch.FoldFunction);
        builder.ApplyConfigurationsFromAssembly(typeof(ConsoleDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Id<ApiKey>>().HaveConversion<IdConverter<ApiKey>>();
        configurationBuilder.Properties<Id<Organization>>().HaveConversion<IdConverter<Organization>>();
        configurationBuilder.Properties<Id<Project>>().HaveConversion<IdConverter<Project>>();
        configurationBuilder.Properties<Id<Owner>>().HaveConversion<IdConverter<Owner>>();

        // Milliseconds since 1970: sorts and compares alike in both databases (SQLite cannot order DateTimeOffset), and is the
        // precision that expiries promise.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
    }

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new(value))
        where T : IIdentified;

    private sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
