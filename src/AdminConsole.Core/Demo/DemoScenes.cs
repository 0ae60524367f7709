using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Demo;

/// <summary>Single keys of the first demo organization, each of which shows something. What they are used for: <see cref="DemoTraffic"/>.</summary>
internal static class DemoScenes
{
    public const string Rotated = "checkout-api-live";
    public const string SuddenlyRefused = "initech-stock-sync";
    public const string RateLimited = "status-page-poller";
    public const string Nightly = "nightly-volume-backup";
    public const string Bursts = "month-end-invoice-run";
    public const string LongUnused = "reporting-dashboard-2024";
    public const string NeverUsed = "soap-bridge";
    public const string ExpiringInUse = "mobile-push-sender";
    public const string ExpiredInUse = "contractor-data-export";
    public const string Disabled = "deploy-runner-sandbox";
    public const string Scheduled = "black-friday-autoscaler";
    public const string Leaked = "docs-search-widget";
    public const string Gateway = "api-gateway";
    public const string Terraform = "terraform";
    public const string AuditExport = "siem-audit-export";
    public const string RightToLeft = "خدمة الفوترة - الإنتاج";
    public const string BreakGlass = "platform-break-glass";

    /// <summary>Exactly as long as a name may be.</summary>
    public static readonly string LongName =
        string.Concat(Enumerable.Repeat("data-platform-ingestion-eu-west-production-customer-events-", 5))[..ApiKey.NameMaxLength];

    /// <summary>Of all of them.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        Rotated, SuddenlyRefused, RateLimited, Nightly, Bursts, LongUnused, NeverUsed, ExpiringInUse, ExpiredInUse, Disabled, Scheduled, Leaked,
        Gateway, Terraform, AuditExport, RightToLeft, BreakGlass, LongName,
    };

    private static readonly IReadOnlyList<string> TerraformScopes =
        [ManagementScopes.ReadKeys, ManagementScopes.WriteKeys, ManagementScopes.RevokeKeys, ManagementScopes.WriteProjects];

    private static readonly IReadOnlyList<string> AuditScopes = [ManagementScopes.ReadAudit, ManagementScopes.ReadKeys];

    private const int ManyNetworks = 24;
    private const double RotatedDaysAgo = 2;
    private const int HoursSinceRefused = 3;

    public static DateTimeOffset RotatedAt(DateTimeOffset now) => now.AddDays(-RotatedDaysAgo);

    /// <summary>Today in UTC, whatever the hour.</summary>
    public static DateTimeOffset RefusedSince(DateTimeOffset now)
    {
        var sinceMidnight = now.UtcDateTime.TimeOfDay / 2;
        var usual = TimeSpan.FromHours(HoursSinceRefused);
        return (now - (sinceMidnight < usual ? sinceMidnight : usual)).ToMilliseconds();
    }

    public static IEnumerable<DemoDraft> Of(DemoPlan plan) => [.. InUse(plan), .. Quiet(plan), .. Ended(plan), .. Management(plan), .. Unusual(plan)];

    private static IEnumerable<DemoDraft> InUse(DemoPlan plan)
    {
        yield return Draft(plan, Rotated, 380, ["billing:read", "users:read"], "Payments team", settings => settings with
        {
            Description = "Every purchase asks with it. Rotated each half year.",
            ProjectIds = plan.ProjectsNamed("Checkout"),
            AllowedCidrs = ["203.0.113.0/24", "10.0.0.0/8"],
            Tags = ["production", "pci", "customer-facing"],
        });
        var narrowed = Draft(plan, SuddenlyRefused, 210, ["vm:read", "usage:read"], "Initech (partner)", settings => settings with
        {
            Description = "Initech's stock levels, every few minutes.",
            AllowedCidrs = ["203.0.113.0/24", "198.51.100.0/25"],
            Tags = ["production", "partner"],
        });
        yield return narrowed.Edited(RefusedSince(plan.Now), plan.Creators[0], settings => settings with { AllowedCidrs = ["203.0.113.0/24"] });
        yield return Draft(plan, RateLimited, 150, ["usage:read", "logs:read"], "Site reliability", settings => settings with
        {
            Limits = new(30, null, null),
            Tags = ["production", "internal"],
        });
        yield return Draft(plan, Nightly, 320, ["volume:read", "volume:edit"], "Backup host", settings => settings with
        {
            AllowedCidrs = ["10.0.0.0/8"],
            Tags = ["production", "scheduled-job"],
        });
        yield return Draft(plan, Bursts, 260, ["billing:read", "usage:read"], "Payments team", settings => settings with
        {
            Tags = ["production", "scheduled-job"],
        });
        yield return Draft(plan, ExpiringInUse, 362, ["search", "users:read"], "Priya Raman", settings => settings with
        {
            ProjectIds = plan.ProjectsNamed("Mobile app"),
            ExpiresAt = plan.Now.AddDays(3),
            Tags = ["production", "customer-facing"],
        });
    }

    private static IEnumerable<DemoDraft> Quiet(DemoPlan plan)
    {
        yield return Draft(plan, LongUnused, 395, ["usage:read", "billing:read", "logs:read"], "Mara Voss", settings => settings with
        {
            Tags = ["legacy"],
        });
        yield return Draft(plan, NeverUsed, 372, ["vm:read", "vm:edit", "secrets:read"], null, settings => settings with
        {
            Description = "For the move of the old SOAP interface, which was called off.",
            Tags = ["legacy"],
        });
        yield return Draft(plan, Scheduled, 6, ["vm:read", "vm:edit", "usage:read"], "Platform team", settings => settings with
        {
            StartsAt = plan.Now.AddDays(12),
            ExpiresAt = plan.Now.AddDays(20),
            Tags = ["production"],
        });
    }

    private static IEnumerable<DemoDraft> Ended(DemoPlan plan)
    {
        yield return Draft(plan, ExpiredInUse, 92, ["usage:read"], "Jonas Eriksen", settings => settings with { ExpiresAt = plan.DaysAgo(2) });
        yield return Draft(plan, Disabled, 170, ["deploy:write", "deploy:rollback"], "CI runners", settings => settings with { Tags = ["ci"] })
            .Disabled(plan.DaysAgo(5), plan.Creators[^1]);
        var leaked = Draft(plan, Leaked, 240, ["search"], "Priya Raman", settings => settings with
        {
            Referrers = ["https://shop.example.com/*"],
            Tags = ["customer-facing"],
        });
        yield return leaked.Revoked(
            plan.DaysAgo(8), plan.Creators[0], RevocationReason.Leaked, "Posted in a public issue. A new key is in the vault.");
    }

    private static IEnumerable<DemoDraft> Management(DemoPlan plan)
    {
        yield return OfConsole(Draft(plan, Terraform, 398, TerraformScopes, "CI runners", settings => settings with
        {
            AllowedCidrs = ["10.0.0.0/8"],
            Tags = ["terraform"],
        }));
        yield return OfConsole(Draft(plan, Gateway, 397, [ManagementScopes.VerifyKeys], "Site reliability", settings => settings with
        {
            Description = "The gateway has the keys of every request verified with it.",
            Tags = ["production"],
        }));
        yield return OfConsole(Draft(plan, AuditExport, 130, AuditScopes, "Site reliability", settings => settings with
        {
            Tags = ["internal", "scheduled-job"],
        }));
    }

    private static DemoDraft OfConsole(DemoDraft draft) => draft with { Kind = KeyKind.Management };

    private static IEnumerable<DemoDraft> Unusual(DemoPlan plan)
    {
        yield return Draft(plan, RightToLeft, 75, ["billing:read"], "Payments team", settings => settings with
        {
            Description = "مفتاح خدمة الفوترة في بيئة الإنتاج.",
        });
        yield return Draft(plan, LongName, 55, ["logs:read", "usage:read"], "Platform team", settings => settings);
        yield return Draft(plan, BreakGlass, 300, [.. DemoWords.Scopes.Select(scope => scope.Name)], "Platform team", settings => settings with
        {
            Description = "For emergencies. Whoever uses it opens an incident.",
            AllowedCidrs = [.. Enumerable.Range(0, ManyNetworks).Select(index => $"10.{index}.0.0/16"), "2001:db8:40::/48"],
            BlockedCidrs = DemoWords.BlockedNetworks,
            Tags = ["production", "internal", "pci"],
        });
    }

    private static DemoDraft Draft(
        DemoPlan plan, string name, double daysAgo, IReadOnlyList<string> scopes, string? owner, Func<KeySettings, KeySettings> more) => new(
        more(new() { Name = name, Scopes = scopes, OwnerId = owner is null ? null : plan.OwnerNamed(owner), Limits = KeyLimits.None }),
        plan.DaysAgo(daysAgo),
        plan.Pick(plan.Creators));
}
