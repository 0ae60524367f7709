using System.Buffers.Binary;
using System.Buffers.Text;

namespace AdminConsole.Core.Data;

/// <summary>Where a page begins in a list that is ordered by row: behind this one. Opaque to callers.</summary>
internal static class RowCursor
{
    public static string Of(long row)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The row, or null when the text is no cursor.</summary>
    public static long? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return Base64Url.IsValid(text, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(text, bytes, out _)
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : null;
    }
}
