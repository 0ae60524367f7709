using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;

namespace AdminConsole.Core.Explaining;

/// <summary>Requests of the past that were alike, and how many there were.</summary>
internal sealed record PastUse(VerificationRequest Request, UsageCount Count);

/// <summary>What is replayed against an edit.</summary>
/// <param name="Uses">The oldest first.</param>
/// <param name="IsComplete">Whether these are all that there were within the window.</param>
/// <param name="KnowsWholeRequests">
/// Whether a request is kept with all that was asked. The daily figures know addresses and scopes alone: they can answer for edits of those.
/// </param>
internal sealed record PastUses(IReadOnlyList<PastUse> Uses, bool IsComplete, bool KnowsWholeRequests);

/// <summary>
/// Finds the requests that an edit can be tried on: a month of daily figures where they tell enough, else single events for as long as they are kept.
/// </summary>
public sealed class PastUseQueries(ConsoleStore store, UsageEvents events, UsageCounts counts, TimeProvider clock)
{
    /// <summary>Days of daily figures, today included.</summary>
    public const int Days = 30;

    /// <summary>Single events at most.</summary>
    public const int MaxEvents = 10_000;

    // A page of events may hold few: it ends after so many blocks too.
    private const int MaxPages = 20;

    private static readonly HashSet<string> NeedWholeRequests =
        [KeyFields.Projects, KeyFields.Resources, KeyFields.Referrers, KeyFields.MaxVerificationsPerIpPerHour];

    /// <summary>The key's requests, for an edit of these fields.</summary>
    internal Task<Result<PastUses>> FindAsync(Actor actor, KeyTarget target, IEnumerable<string> fields, CancellationToken cancellation) =>
        fields.Any(NeedWholeRequests.Contains) ? EventsAsync(actor, target, cancellation) : FiguresAsync(actor, target, cancellation);

    private async Task<Result<PastUses>> FiguresAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        await using var db = store.CreateDbContext();
        var row = await UsageAccess.KeyRowAsync(db, actor, target, cancellation);
        if (!row.Succeeded)
        {
            return row.Failures;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var filter = new UsageFilter(target.OrganizationId, new(today.AddDays(1 - Days), today)) { KeyRows = [row.Value] };
        var sums = await counts.SumAsync(
            filter, row => new { row.Address, row.Scopes, row.Code }, of => new { of.Address, of.Scopes, of.Code }, cancellation);

        // Refused for what the figures do not know: no edit of what they know changes that. What was not kept apart cannot be asked again.
        var known = sums.Where(sum => sum.Key.Address != UsageDimensions.Other && sum.Key.Scopes != UsageDimensions.Other).ToList();
        return new PastUses(
            [.. known
                .Where(sum => sum.Key.Code is not (DecisionCode.ReferrerNotAllowed
                    or DecisionCode.ProjectNotAllowed
                    or DecisionCode.ResourceNotAllowed
                    or DecisionCode.RateLimited))
                .Select(sum => new PastUse(Request(sum.Key.Address, sum.Key.Scopes), sum.Value))
                .OrderBy(use => use.Count.FirstSeen)],
            IsComplete: known.Count == sums.Count,
            KnowsWholeRequests: false);
    }

    private static VerificationRequest Request(string address, string scopes) => new()
    {
        ClientIp = ClientAddress.TryParse(address, out var parsed) ? parsed : null,
        Scopes = ScopeSet.Parse(scopes),
    };

    private async Task<Result<PastUses>> EventsAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        List<PastUse> newestFirst = [];
        string? cursor = null;
        for (var page = 0; page < MaxPages && newestFirst.Count < MaxEvents; page++)
        {
            var read = await events.NewestAsync(actor, target, cursor, UsageEvents.MaxLimit, cancellation);
            if (!read.Succeeded)
            {
                return read.Failures;
            }

            newestFirst.AddRange(read.Value.Events.Select(recorded => new PastUse(recorded.Event.ToRequest(), UsageCount.One(recorded.Event.At))));
            cursor = read.Value.Next;
            if (cursor is null)
            {
                break;
            }
        }

        newestFirst.Reverse();
        return new PastUses(newestFirst, IsComplete: cursor is null, KnowsWholeRequests: true);
    }
}
