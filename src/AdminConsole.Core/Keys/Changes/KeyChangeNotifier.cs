using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Changes;

/// <summary>
/// Tells this process which keys have changed. Whoever announces waits until every listener has taken note, so that nothing old is said once the
/// change was acknowledged.
/// </summary>
public sealed class KeyChangeNotifier
{
    private readonly List<Func<IReadOnlyCollection<long>, Task>> _listeners = [];

    /// <summary>Told after each announcement, once every listener has taken note.</summary>
    internal Signal Announced { get; } = new();

    /// <summary>For listeners that live as long as the process. They are given the rows of the keys, after the change was committed.</summary>
    internal void Listen(Func<IReadOnlyCollection<long>, Task> listener) => _listeners.Add(listener);

    internal async Task AnnounceAsync(params IReadOnlyCollection<long> rows)
    {
        await Task.WhenAll(_listeners.Select(listener => listener(rows)));
        Announced.Tell();
    }
}
