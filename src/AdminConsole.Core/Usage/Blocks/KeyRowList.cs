namespace AdminConsole.Core.Usage.Blocks;

/// <summary>Which keys a block is about: their rows in order, each as the difference from the one before, small numbers in one byte.</summary>
internal static class KeyRowList
{
    public static byte[] Encode(IEnumerable<long> keyRows)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var before = 0L;
        foreach (var row in keyRows.Distinct().Order())
        {
            writer.Write7BitEncodedInt64(row - before);
            before = row;
        }

        return bytes.ToArray();
    }

    public static bool Contains(byte[] encoded, long keyRow)
    {
        using var bytes = new MemoryStream(encoded);
        using var reader = new BinaryReader(bytes);
        var row = 0L;
        while (bytes.Position < bytes.Length)
        {
            row += reader.Read7BitEncodedInt64();
            if (row >= keyRow)
            {
                return row == keyRow;
            }
        }

        return false;
    }
}
