using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Demo;

/// <summary>Drafts any number of keys, of every status, as a company gathers them in little more than a year.</summary>
internal static class DemoDrafts
{
    private const int Days = 400;

    /// <summary>The oldest first. Endless numbers of them are drafted one by one.</summary>
    public static IEnumerable<DemoDraft> Of(DemoPlan plan, int count) => Enumerable.Range(0, count).Select(index => Of(plan, index, count));

    private static DemoDraft Of(DemoPlan plan, int index, int count)
    {
        var createdAt = plan.DaysAgo(Days * (1 - (index + plan.Random.NextDouble()) / count));
        var isTest = plan.OneIn(5);
        var draft = new DemoDraft(Settings(plan, index, createdAt, isTest), createdAt, plan.Pick(plan.Creators))
        {
            Environment = isTest ? SecretEnvironment.Test : SecretEnvironment.Live,
        };
        return Aged(draft, plan, index);
    }

    /// <summary>Revokes one in eight and disables one in sixteen, some time after they were created.</summary>
    private static DemoDraft Aged(DemoDraft draft, DemoPlan plan, int index)
    {
        var changedAt = (draft.CreatedAt + (plan.Now - draft.CreatedAt) * plan.Random.NextDouble()).ToMilliseconds();
        var actor = plan.Pick(plan.Creators);
        switch (index % 16)
        {
            case 3 or 11:
                var (reason, comment) = plan.Pick(DemoWords.Revocations);
                return draft.Revoked(changedAt, actor, reason, comment);
            case 7:
                return draft.Disabled(changedAt, actor);
            default:
                return draft;
        }
    }

    private static KeySettings Settings(DemoPlan plan, int index, DateTimeOffset createdAt, bool isTest)
    {
        var service = plan.Pick(DemoWords.Services);
        var owner = plan.OwnerNamed(service.Owner) ?? (plan.Owners.Count == 0 ? (Id<Owner>?)null : plan.Pick(plan.Owners).Id);
        return new()
        {
            Name = $"{service.Name}-{(isTest ? "staging" : plan.Pick(DemoWords.Places))}",
            Description = plan.OneIn(3) ? "" : plan.Pick(DemoWords.Descriptions),
            OwnerId = plan.OneIn(6) ? null : owner,
            ProjectIds = plan.OneIn(2) ? [] : plan.ProjectsNamed(service.Project),
            Scopes = plan.Some(service.Scopes, service.Scopes.Count),
            AllowedCidrs = plan.OneIn(3) ? [] : plan.Some(DemoWords.Cidrs, 3),
            BlockedCidrs = plan.OneIn(5) ? plan.Some(DemoWords.BlockedNetworks, 2) : [],
            Resources = plan.OneIn(10) ? ["docs_*", "products"] : [],
            Referrers = plan.OneIn(12) ? ["https://shop.example.com/*"] : [],
            Limits = plan.OneIn(6) ? new(1000, 50, null) : new(null, null, null),
            Claims = plan.OneIn(8) ? "{\"plan\":\"pro\",\"region\":\"eu\"}" : null,
            Tags = [.. plan.Some(DemoWords.Tags, 2).Prepend(isTest ? "staging" : "production").Distinct()],
            StartsAt = index % 24 == 5 ? plan.Now.AddDays(plan.Random.Next(1, 30)) : null,
            ExpiresAt = Expiry(plan, index, createdAt),
        };
    }

    private static DateTimeOffset? Expiry(DemoPlan plan, int index, DateTimeOffset createdAt) => (index % 12) switch
    {
        0 => plan.Now.AddDays(plan.Random.Next(1, 13)),
        1 => (createdAt + (plan.Now - createdAt) * 0.8).ToMilliseconds(),
        2 or 8 => null,
        _ => plan.Now.AddDays(plan.Random.Next(40, 365)),
    };
}
