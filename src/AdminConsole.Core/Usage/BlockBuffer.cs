using System.Buffers;
using System.Text;

namespace AdminConsole.Core.Usage;

/// <summary>Bytes being written: small numbers take one byte (LEB128).</summary>
internal sealed class BlockBuffer
{
    private const int More = 0x80;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Empties it; the room that was made once is kept.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    public void Number(long number)
    {
        var rest = (ulong)number;
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; rest >= More; rest >>= 7)
        {
            span[length++] = (byte)(rest | More);
        }

        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    public void Moment(DateTimeOffset moment) => Number(moment.ToUnixTimeMilliseconds());

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length)));
    }

    public void Guid(Guid guid)
    {
        guid.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }
}
