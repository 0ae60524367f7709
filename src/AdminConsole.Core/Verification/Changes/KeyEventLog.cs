using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.KeyCache;

namespace AdminConsole.Core.Verification.Changes;

/// <summary>
/// The newest changes of keys, in their order. One log for all who listen: each is but a position in it, so that a slow one holds up nobody and costs
/// no memory, and one that stays behind by more than is kept is told to start over.
/// </summary>
public sealed class KeyEventLog(KeyChangeNotifier changes, CachedKeys keys)
{
    public const int Kept = 1_000;

    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly Lock _lock = new();
    private readonly Queue<(Id<Organization> Organization, KeyEvent Event)> _newest = new(Kept);
    private readonly Signal _growth = new();
    private long _start;
    private long _end;
    private int _followers;

    /// <summary>Ends when there is more. To be taken before reading.</summary>
    internal Task Growth => _growth.Next;

    /// <summary>Ends when this process announces a change that is not in the log yet; never, while nobody follows: then there is time.</summary>
    internal Task Announced => Volatile.Read(ref _followers) > 0 ? changes.Announced.Next : Never;

    internal void Follow() => Interlocked.Increment(ref _followers);

    internal void Leave() => Interlocked.Decrement(ref _followers);

    /// <summary>Begins anew: of what was before, nothing is known.</summary>
    internal void Begin(long position)
    {
        lock (_lock)
        {
            Forget(position);
        }

        _growth.Tell();
    }

    /// <summary>Takes in what the database has counted, in its order.</summary>
    internal async Task PublishAsync(IReadOnlyList<KeyChange> counted)
    {
        // Into memory first: whoever hears of a change and asks again must not be answered from before it.
        await changes.AnnounceAsync([.. counted.Select(change => change.KeyRow)]);
        lock (_lock)
        {
            foreach (var change in counted)
            {
                Append(change);
            }
        }

        _growth.Tell();
    }

    /// <summary>
    /// What the organization's listener at this position has missed, and the position after that. Without a position nothing was missed.
    /// </summary>
    internal (IReadOnlyList<KeyEvent> Events, long Position) Since(Id<Organization> organization, long? position)
    {
        lock (_lock)
        {
            return position is null ? ([], _end)
                : position < _start || position > _end ? ([new(_end, KeyEventKind.Reset)], _end)
                : (
                    [.. _newest.Where(entry => entry.Event.Position > position && entry.Organization == organization).Select(entry => entry.Event)],
                    _end);
        }
    }

    private void Append(KeyChange change)
    {
        var (key, isDeleted) = keys.Known(change.KeyRow);
        if (key is null)
        {
            // Whose it was is not known, so everybody's memory is in doubt.
            Forget(change.Sequence);
            return;
        }

        _newest.Enqueue((key.OrganizationId, EventOf(change.Sequence, key, isDeleted)));
        _end = change.Sequence;
        if (_newest.Count > Kept)
        {
            _start = _newest.Dequeue().Event.Position;
        }
    }

    private void Forget(long position)
    {
        _newest.Clear();
        _start = _end = position;
    }

    private static KeyEvent EventOf(long position, VerifiableKey key, bool isDeleted) => isDeleted
        ? new(position, KeyEventKind.Deleted, key.Id)
        : new(position, key.Policy.RevokedAt is null ? KeyEventKind.Changed : KeyEventKind.Revoked, key.Id, key.Policy.Version);
}
