using AdminConsole.Actors;
using AdminConsole.Keys;
using AdminConsole.Results;
using AdminConsole.Usage;

namespace AdminConsole.Explaining;

/// <summary>What an edit would do.</summary>
/// <param name="Impact">Null for those who may change keys and not read about their use.</param>
public sealed record EditPreview(IReadOnlyList<JudgedChange> Changes, Impact? Impact);

/// <summary>Says what an edit would do, before it is saved: to the key's settings, and to the requests that were made of late.</summary>
public sealed class EditPreviewer(KeyEditor editor, UsageEvents events, TimeProvider clock)
{
    /// <summary>Requests replayed at most.</summary>
    public const int MaxSample = 10_000;

    // A page may hold few events: it ends after so many blocks too.
    private const int MaxPages = 20;

    /// <summary>After every check that the edit itself must pass. Saves nothing.</summary>
    public async Task<Result<EditPreview>> PreviewAsync(Actor actor, EditKey command, CancellationToken cancellation)
    {
        var planned = await editor.PlanAsync(actor, command, cancellation);
        if (!planned.Succeeded)
        {
            return planned.Failures.ToList();
        }

        // A suspension refuses everything, before the edit and after it: what is asked is what the edit does. The numbers of the versions decide nothing.
        var (before, after) = planned.Value;
        var (old, @new) = (before.ToPolicy(version: 1, organizationSuspended: false), after.ToPolicy(version: 2, organizationSuspended: false));
        var now = clock.Now();
        var changes = KeyEffects.Judge(KeyDiff.Between(before.Settings, after.Settings), old, @new, now);
        if (!actor.Can(Permission.ReadKeys, command.Target.OrganizationId))
        {
            return new EditPreview(changes, Impact: null);
        }

        var requests = await RequestsAsync(actor, command.Target, cancellation);
        return requests.Succeeded
            ? new EditPreview(changes, Impact.Of(old, @new, requests.Value, now))
            : requests.Failures.ToList();
    }

    private async Task<Result<ReplayedRequests>> RequestsAsync(Actor actor, KeyTarget target, CancellationToken cancellation)
    {
        List<UsageEvent> newestFirst = [];
        string? cursor = null;
        for (var page = 0; page < MaxPages && newestFirst.Count < MaxSample; page++)
        {
            var read = await events.NewestAsync(actor, target, cursor, UsageEvents.MaxLimit, cancellation);
            if (!read.Succeeded)
            {
                return read.Failures.ToList();
            }

            newestFirst.AddRange(read.Value.Events.Select(recorded => recorded.Event));
            cursor = read.Value.Next;
            if (cursor is null)
            {
                break;
            }
        }

        newestFirst.Reverse();
        return new ReplayedRequests(newestFirst, IsComplete: cursor is null);
    }
}
