using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;

namespace AdminConsole.Core.Demo;

/// <summary>A service that has keys, and what they are usually given.</summary>
internal sealed record DemoService(string Name, string Project, string Owner, IReadOnlyList<string> Scopes);

/// <summary>A network, and the addresses in it that demo keys are used from.</summary>
internal sealed record DemoNetwork(string Cidr, IReadOnlyList<string> Addresses);

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

    public static readonly IReadOnlyList<DemoService> Services =
    [
        new("provisioner", "Data platform", "Platform team", ["vm:read", "vm:edit", "volume:read", "volume:edit"]),
        new("autoscaler", "Data platform", "Platform team", ["vm:read", "vm:edit", "usage:read"]),
        new("checkout-api", "Checkout", "Payments team", ["billing:read", "users:read"]),
        new("invoice-export", "Checkout", "Payments team", ["billing:read", "usage:read"]),
        new("deploy-pipeline", "Data platform", "CI runners", ["deploy:write", "deploy:rollback", "logs:read"]),
        new("edge-router", "Edge network", "Site reliability", ["vpc:read", "vpc:edit"]),
        new("identity-sync", "Identity", "Jonas Eriksen", ["users:read", "users:write"]),
        new("secrets-broker", "Identity", "Platform team", ["secrets:read"]),
        new("mobile-backend", "Mobile app", "Priya Raman", ["search", "users:read"]),
        new("catalog-indexer", "Mobile app", "Priya Raman", ["search", "addObject"]),
        new("log-shipper", "Observability", "Site reliability", ["logs:read"]),
        new("metrics-scraper", "Observability", "Site reliability", ["usage:read", "logs:read"]),
        new("volume-backup", "Data platform", "Backup host", ["volume:read", "volume:edit"]),
        new("partner-portal", "Checkout", "Initech (partner)", ["vm:read", "usage:read"]),
    ];

    public static readonly IReadOnlyList<string> Places = ["eu-west", "eu-north", "us-east", "us-west", "ap-south", "production"];

    public static readonly IReadOnlyList<string> Descriptions =
    [
        "Rotated each quarter. Tell the owner before changing it.",
        "Made by Terraform, module api-keys.",
        "Kept in the vault of the deployment pipeline.",
        "Read by a scheduled job; it can wait until the next morning.",
        "Used by customers' requests: changes are announced a week before.",
    ];

    public static readonly IReadOnlyList<string> Tags =
        ["ci", "partner", "legacy", "pci", "customer-facing", "internal", "terraform", "scheduled-job"];

    public static readonly IReadOnlyList<(RevocationReason Reason, string? Comment)> Revocations =
    [
        (RevocationReason.Leaked, "Found in a build log; the log was deleted."),
        (RevocationReason.Rotated, null),
        (RevocationReason.OwnerLeft, "Last day was Friday; nothing else uses it."),
        (RevocationReason.Unused, null),
        (RevocationReason.Policy, "Had no networks and more scopes than it needed."),
        (RevocationReason.Other, "Replaced during the move to the new gateway."),
    ];

    public static readonly IReadOnlyList<DemoNetwork> Networks =
    [
        new("10.0.0.0/8", ["10.4.17.23", "10.4.17.24", "10.8.2.11"]),
        new("172.16.0.0/12", ["172.18.4.9", "172.18.4.10"]),
        new("192.168.10.0/24", ["192.168.10.40"]),
        new("203.0.113.0/24", ["203.0.113.10", "203.0.113.11", "203.0.113.57"]),
        new("198.51.100.0/25", ["198.51.100.40", "198.51.100.41"]),
        new("2001:db8:40::/48", ["2001:db8:40::17"]),
        new("100.64.0.0/10", ["100.71.3.8"]),
    ];

    public static readonly IReadOnlyList<string> Cidrs = [.. Networks.Select(network => network.Cidr)];

    public static readonly IReadOnlyList<string> BlockedNetworks = ["10.20.0.0/16", "203.0.113.128/25", "2001:db8:40:dead::/64"];

    /// <summary>Addresses in none of the networks.</summary>
    public static readonly IReadOnlyList<string> Elsewhere = ["192.0.2.77", "192.0.2.140", "198.51.100.200", "2001:db8:99::5"];
}
