using AdminConsole.Core.Data;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>What a change does to a key. It may run twice: on a copy first, to see whether there is something to save.</summary>
internal delegate Task<Result<ChangeOutcome>> KeyWork(ConsoleDbContext db, ApiKey key, DateTimeOffset now);

/// <summary>What a change did: nothing, because the key was so already, or something worth a version.</summary>
internal enum ChangeOutcome
{
    Unchanged,
    Changed,
}
