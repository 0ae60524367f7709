namespace AdminConsole.Core.Usage;

/// <summary>Which keys a block is about: their rows, sorted, each as the difference from the one before.</summary>
internal static class KeyRowList
{
    /// <param name="keyRows">In any order, and some more than once.</param>
    /// <param name="buffer">Empty.</param>
    public static byte[] Encode(List<long> keyRows, BlockBuffer buffer)
    {
        keyRows.Sort();
        var before = 0L;
        for (var i = 0; i < keyRows.Count; i++)
        {
            if (i == 0 || keyRows[i] != before)
            {
                buffer.Number(keyRows[i] - before);
                before = keyRows[i];
            }
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
