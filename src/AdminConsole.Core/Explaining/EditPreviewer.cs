using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Explaining;

/// <summary>What an edit would do.</summary>
/// <param name="Impact">Null for those who may change keys and not read about their use.</param>
public sealed record EditPreview(IReadOnlyList<ClassifiedChange> Changes, Impact? Impact);

/// <summary>Says what an edit would do, before it is saved: to the key's settings, and to the requests that were made of late.</summary>
public sealed class EditPreviewer(EditKeyHandler editor, PastUseQueries pastUseQueries, TimeProvider clock)
{
    /// <summary>After every check that the edit itself must pass. Saves nothing.</summary>
    public async Task<Result<EditPreview>> PreviewAsync(Actor actor, EditKey command, CancellationToken cancellation)
    {
        var planned = await editor.PlanAsync(actor, command, cancellation);
        if (!planned.Succeeded)
        {
            return planned.Failures;
        }

        var (before, after) = planned.Value;
        var now = clock.Now();
        var changes = ChangeClassifier.Classify(KeyDiff.Between(before.Settings, after.Settings), Policy(before), Policy(after), now);
        if (!actor.Can(Permission.ReadKeys, command.Target.OrganizationId))
        {
            return new EditPreview(changes, Impact: null);
        }

        var uses = await pastUseQueries.FindAsync(actor, command.Target, changes.Select(change => change.Field), cancellation);
        return uses.Succeeded
            ? new EditPreview(changes, Impact.Of(before, after, uses.Value, now))
            : uses.Failures;
    }

    // A suspension refuses everything, before the edit and after it: what is asked is what the edit does.
    private static KeyPolicy Policy(KeySnapshot key) => key.ToPolicy(version: 0, organizationSuspended: false);
}
