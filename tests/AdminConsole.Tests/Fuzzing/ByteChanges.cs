using System.IO.Compression;
using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Changes a body without regard to what it says.</summary>
internal static class ByteChanges
{
    private static readonly IReadOnlyList<Func<byte[], Dice, byte[]>> All =
    [
        (body, dice) => body[..dice.Below(body.Length + 1)],
        (body, _) => [0xEF, 0xBB, 0xBF, .. body],
        (body, _) => [.. body, .. body],
        (body, dice) =>
        [
            .. body,
            .. dice.Pick<byte[]>(["}"u8.ToArray(), ","u8.ToArray(), [0], "\r\n "u8.ToArray(), "null"u8.ToArray(), "// x"u8.ToArray()]),
        ],
        (body, dice) => Insert(
            body,
            dice,
            dice.Pick<byte[]>([[0xC3, 0x28], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80, 0xAE]])),
        Flip,
        (body, _) => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
        (body, _) => Encoding.UTF32.GetBytes(Encoding.UTF8.GetString(body)),
        (_, dice) => dice.Pick<byte[]>(
        [
            [], "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "\"x\""u8.ToArray(), " "u8.ToArray(), "1e999"u8.ToArray(),
            "a=b&c=d"u8.ToArray(), "<a/>"u8.ToArray(), [0, 1, 2, 255],
        ]),
        (body, dice) => [.. Enumerable.Repeat((byte)' ', dice.Pick([65_000, 65_536, 70_000, 200_000])), .. body],
        (_, _) => Encoding.ASCII.GetBytes(new string('[', 30_000)),
    ];

    private static readonly IReadOnlyList<Func<byte[], Dice, byte[]>> Zips =
    [
        (body, _) => Zip(body),
        (body, _) => Zip(Zip(body)),
        (body, dice) => Zip(body) is var zipped ? zipped[..dice.Below(zipped.Length)] : [],
        (body, dice) => Flip(Zip(body), dice),
        (body, _) => [.. Zip(body), .. Zip(body)],
        (body, _) => [.. Zip(body), 1, 2, 3],
        (_, _) => Zip(new byte[5_000_000]),
        (body, _) => body,
    ];

    public static void Change(Draft draft, Dice dice)
    {
        var body = draft.Body ?? [];
        if (dice.Chance(0.25))
        {
            draft.Set("Content-Encoding", "gzip");
            draft.Body = dice.Pick(Zips)(body, dice);
            return;
        }

        draft.Body = dice.Pick(All)(body, dice);
    }

    private static byte[] Insert(byte[] body, Dice dice, byte[] what)
    {
        var at = dice.Below(body.Length + 1);
        return [.. body[..at], .. what, .. body[at..]];
    }

    private static byte[] Flip(byte[] body, Dice dice)
    {
        byte[] flipped = [.. body];
        if (flipped.Length > 0)
        {
            flipped[dice.Below(flipped.Length)] ^= (byte)(1 << dice.Below(8));
        }

        return flipped;
    }

    private static byte[] Zip(byte[] body)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return zipped.ToArray();
    }
}
