using System.Text;

namespace AdminConsole.Core.Usage;

/// <summary>Bytes being read: the counterpart of <see cref="BlockBuffer"/>.</summary>
internal ref struct BlockBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly int Left => _rest.Length;

    /// <exception cref="InvalidDataException">The bytes end too soon, or hold no number.</exception>
    public long Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return (long)number;
            }
        }

        throw new InvalidDataException("A usage block holds a number that is too long.");
    }

    public int Int() => checked((int)Number());

    public DateTimeOffset Moment() => DateTimeOffset.FromUnixTimeMilliseconds(Number());

    public string Text() => Encoding.UTF8.GetString(Take(Int()));

    public Guid Guid() => new(Take(16));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw new InvalidDataException("A usage block ends too soon.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
