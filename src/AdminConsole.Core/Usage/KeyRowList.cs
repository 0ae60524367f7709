namespace AdminConsole.Usage;

/// <summary>Which keys a block is about: their rows, sorted, each as the difference from the one before.</summary>
internal static class KeyRowList
{
    public static byte[] Encode(IEnumerable<long> keyRows)
    {
        var buffer = new BlockBuffer();
        var before = 0L;
        foreach (var row in keyRows.Distinct().Order())
        {
            buffer.Number(row - before);
            before = row;
        }

        return buffer.Written.ToArray();
    }

    public static bool Contains(ReadOnlySpan<byte> bytes, long keyRow)
    {
        var reader = new BlockBytes(bytes);
        var row = 0L;
        while (reader.Left > 0)
        {
            row += reader.Number();
            if (row >= keyRow)
            {
                return row == keyRow;
            }
        }

        return false;
    }
}
