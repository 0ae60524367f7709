using AdminConsole.Owners;

namespace AdminConsole.Demo;

/// <summary>What demo keys are made of.</summary>
internal static class DemoWords
{
    public static readonly IReadOnlyList<(string Name, string Description)> Scopes =
    [
        ("vm:read", "See virtual machines"),
        ("vm:edit", "Start, stop and change virtual machines"),
        ("volume:read", "See volumes"),
        ("volume:edit", "Attach and resize volumes"),
        ("vpc:read", "See networks"),
        ("vpc:edit", "Change networks"),
        ("billing:read", "See invoices"),
        ("usage:read", "See usage"),
        ("deploy:write", "Deploy a release"),
        ("deploy:rollback", "Go back to an earlier release"),
        ("logs:read", "Read logs"),
        ("secrets:read", "Read application secrets"),
        ("users:read", "See users"),
        ("users:write", "Change users"),
        ("search", "Search the indexes"),
        ("addObject", "Add records to the indexes"),
    ];

    public static readonly IReadOnlyList<string> Projects = ["Checkout", "Data platform", "Edge network", "Identity", "Mobile app", "Observability"];

    public static readonly IReadOnlyList<(OwnerKind Kind, string ExternalId, string Name)> Owners =
    [
        (OwnerKind.User, "user_2xT7mKq9", "Mara Voss"),
        (OwnerKind.User, "user_2xT8bNw4", "Jonas Eriksen"),
        (OwnerKind.User, "user_2xT9cRz1", "Priya Raman"),
        (OwnerKind.Team, "team_platform", "Platform team"),
        (OwnerKind.Team, "team_payments", "Payments team"),
        (OwnerKind.Team, "team_sre", "Site reliability"),
        (OwnerKind.Machine, "mch_ci_runner", "CI runners"),
        (OwnerKind.Machine, "mch_backup", "Backup host"),
        (OwnerKind.Organization, "org_partner_initech", "Initech (partner)"),
    ];

    public static readonly IReadOnlyList<string> Services = ["checkout", "ledger", "search", "gateway", "mailer", "billing", "inventory", "reports", "auth", "metrics", "cdn", "backup"];

    public static readonly IReadOnlyList<string> Purposes = ["deploy", "read-only", "ci", "worker", "sync", "export", "webhook", "dashboard", "migration", "partner"];

    public static readonly IReadOnlyList<string> Regions = ["eu-west", "us-east", "ap-south", "staging", "production", "sandbox"];

    public static readonly IReadOnlyList<string> Tags = ["production", "staging", "ci", "partner", "legacy", "pci", "customer-facing", "internal", "terraform"];

    public static readonly IReadOnlyList<string> Networks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.10.0/24", "203.0.113.0/24", "198.51.100.0/25", "2001:db8:40::/48", "100.64.0.0/10"];

    public static readonly IReadOnlyList<string> BlockedNetworks = ["10.20.0.0/16", "203.0.113.128/25", "2001:db8:40:dead::/64"];
}
