namespace AdminConsole.Web.Api.Verify;

/// <summary>
/// Parts of answers that many keys have in common, each kept once. Each has one place, which it takes over from whichever was there: bounded, without a
/// lock, and right whatever threads do at once.
/// </summary>
internal sealed class SharedBytes
{
    private const int Places = 1024;

    private readonly byte[]?[] _known = new byte[]?[Places];

    /// <summary>These bytes, and the same array as the last time if that was not long ago.</summary>
    public byte[] Of(ReadOnlySpan<byte> bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        ref var known = ref _known[(uint)hash.ToHashCode() % Places];
        return known is { } same && bytes.SequenceEqual(same) ? same : known = bytes.ToArray();
    }
}
