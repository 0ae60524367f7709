namespace AdminConsole.Web.Api.Verify;

/// <summary>
/// Lists of texts that were read before, by the JSON they were read from: most callers ask for the same few scopes each time. Each has one place,
/// which it takes over from whichever was there: bounded, without a lock, and right whatever threads do at once.
/// </summary>
internal sealed class KnownLists
{
    private const int Places = 1024;
    private const int MaxBytes = 256;

    private readonly Entry?[] _entries = new Entry?[Places];

    public IReadOnlyList<string>? Find(ReadOnlySpan<byte> json) =>
        json.Length <= MaxBytes && Place(json) is { } entry && json.SequenceEqual(entry.Json) ? entry.Texts : null;

    public void Keep(ReadOnlySpan<byte> json, IReadOnlyList<string> texts)
    {
        if (json.Length <= MaxBytes)
        {
            Place(json) = new(json.ToArray(), texts);
        }
    }

    private ref Entry? Place(ReadOnlySpan<byte> json)
    {
        HashCode hash = default;
        hash.AddBytes(json);
        return ref _entries[(uint)hash.ToHashCode() % Places];
    }

    private sealed record Entry(byte[] Json, IReadOnlyList<string> Texts);
}
