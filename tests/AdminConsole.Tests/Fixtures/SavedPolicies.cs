using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.Fixtures;

/// <summary>What a verification should say by the policy versions that were saved: read from the database, decided by the pure evaluator.</summary>
public static class SavedPolicies
{
    /// <summary>A policy version of each key, as the history has it.</summary>
    public static async Task<IReadOnlyDictionary<(Id<ApiKey> Key, int Version), KeySnapshot>> SavedPoliciesAsync(this TestConsole console)
    {
        await using var db = console.Get<ConsoleStore>().CreateDbContext();
        var versions = await db.PolicyVersions.ToListAsync();
        return versions.ToDictionary(version => (version.KeyId, version.Version), version => KeyDocument.Read(version.Document));
    }

    public static async Task<KeySnapshot> SavedPolicyAsync(this TestConsole console, Id<ApiKey> key, int version)
    {
        await using var db = console.Get<ConsoleStore>().CreateDbContext();
        return KeyDocument.Read((await db.PolicyVersions.SingleAsync(saved => saved.KeyId == key && saved.Version == version)).Document);
    }

    public static Decision Decide(this KeySnapshot saved, int version, VerifyKey question, DateTimeOffset now) => PolicyEvaluator.Evaluate(
        saved.ToPolicy(version),
        new()
        {
            Scopes = question.Scopes,
            ClientIp = ClientAddress.TryParse(question.ClientIp, out var address) ? address : null,
            Resource = question.Resource,
            Referrer = question.Referrer,
        },
        now);

    private static KeyPolicy ToPolicy(this KeySnapshot saved, int version) => new()
    {
        Version = version,
        Enabled = saved.Enabled,
        RevokedAt = saved.RevokedAt,
        StartsAt = saved.Settings.StartsAt,
        ExpiresAt = saved.Settings.ExpiresAt,
        SourceIps = SourceIpRules.Create(Networks(saved.Settings.AllowedCidrs), Networks(saved.Settings.BlockedCidrs)),
        Scopes = saved.Settings.Scopes,
        Resources = Patterns(saved.Settings.Resources),
        Referrers = Patterns(saved.Settings.Referrers),
        Limits = saved.Settings.Limits,
    };

    private static IEnumerable<Cidr> Networks(IEnumerable<string> texts) => texts.Select(text => Cidr.Parse(text).Value);

    private static IReadOnlyList<WildcardPattern> Patterns(IEnumerable<string> texts) =>
        [.. texts.Select(text => WildcardPattern.TryParse(text, out var pattern) ? pattern : throw new FormatException(text))];
}
