namespace AdminConsole.BrowserTests.Secrets;

/// <summary>Finds secrets, and pieces of them, wherever they may have got to.</summary>
internal sealed class SecretTraces
{
    /// <summary>What nobody could find by chance: 71 bits.</summary>
    public const int PieceLength = 12;

    private const int ChecksumLength = 6;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pieces;

    public SecretTraces(params IEnumerable<string> secrets) => _pieces = secrets.SelectMany(Pieces)
        .ToHashSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool AreIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start + PieceLength <= text.Length; start++)
        {
            if (_pieces.Contains(text.Slice(start, PieceLength)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of the random part alone: the prefix is the same in all, and the hint is shown on purpose.</summary>
    private static IEnumerable<string> Pieces(string secret)
    {
        var random = secret[(secret.LastIndexOf('_') + 1)..^ChecksumLength];
        return Enumerable.Range(0, random.Length - PieceLength + 1).Select(start => random.Substring(start, PieceLength));
    }
}
