using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Sends a request in a way that no client library does. Only the first is right.</summary>
internal static class TransferChanges
{
    private static readonly IReadOnlyList<Func<byte[], byte[]>> Transfers =
    [
        body => Chunked($"{body.Length:x}\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked($"{body.Length:x};name=\"value\"\r\n", body, "\r\n0\r\nTrailer: x\r\n\r\n"),
        body => Chunked($"{body.Length + 5:x}\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked($"{body.Length / 2:x}\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked("ZZ\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked("-2\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked("FFFFFFFFFFFFFFFFF\r\n", body, "\r\n0\r\n\r\n"),
        body => Chunked($"{body.Length:x}\n", body, "\n0\n\n"),
        body => Chunked($"{body.Length:x}\r\n", body, ""),
        body => Chunked("", [], "0\r\n\r\n"),
        body => With("Content-Length: -1", body),
        body => With("Content-Length: two", body),
        body => With("Content-Length: ", body),
        body => With("Content-Length: 99999999999999999999", body),
        body => With("Content-Length: 1000000000", body),
        body => With($"Content-Length: {body.Length + 10}", body),
        body => With($"Content-Length: {body.Length / 2}", body),
        body => With($"Content-Length: {body.Length}\r\nContent-Length: {body.Length}", body),
        body => With($"Content-Length: {body.Length}\r\nContent-Length: 1", body),
        body => With($"Content-Length: {body.Length}\r\nTransfer-Encoding: chunked", body),
        body => With("Transfer-Encoding: gzip", body),
        body => With("Transfer-Encoding: gzip, chunked", body),
        body => With("Transfer-Encoding: chunked, chunked", body),
        body => With("Transfer-Encoding: identity", body),
        body => With("Transfer-Encoding : chunked", body),
        body => With("X: y", body),
    ];

    private static readonly IReadOnlyList<Func<byte[], Dice, byte[]>> Ways =
    [
        (whole, dice) => whole[..dice.Below(whole.Length)],
        (whole, dice) => Put(
            whole,
            dice.Below(whole.Length),
            dice.Pick<byte[]>([[0], [0xFF], "\r"u8.ToArray(), "\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), " "u8.ToArray()])),
        (whole, dice) => Put(whole, dice.Below(Math.Min(60, whole.Length)), [(byte)dice.Below(256)]),
        (whole, _) => Replace(whole, "HTTP/1.1", "HTTP/1.0"),
        (whole, _) => Replace(whole, "HTTP/1.1", "HTTP/9.9"),
        (whole, _) => Replace(whole, "HTTP/1.1", "HTTP/2.0"),
        (whole, _) => Replace(whole, " HTTP/1.1", ""),
        (whole, _) => Replace(whole, "\r\n", "\n"),
        (whole, _) => Replace(whole, "Host: ", "Host: a, "),
        (whole, _) => Replace(whole, "Host: ", "Most: "),
        (whole, _) => Replace(whole, " /", " http://evil.example/"),
        (whole, _) => Replace(whole, " /", " //"),
        (whole, _) => Replace(whole, " /", " *"),
        (whole, _) => [.. whole, .. whole],
    ];

    public static void Change(Draft draft, Dice dice)
    {
        draft.EndsConnection = true;
        if (draft.Body is not null && dice.Chance(0.5))
        {
            draft.Transfer = dice.Pick(Transfers);
            return;
        }

        var way = dice.Pick(Ways);
        byte[]? sent = null;

        // What is printed of a finding must be what was sent.
        draft.Way = whole => sent ??= way(whole, dice);
    }

    private static byte[] Chunked(string before, byte[] body, string after) =>
        With("Transfer-Encoding: chunked", [.. Encoding.ASCII.GetBytes(before), .. body, .. Encoding.ASCII.GetBytes(after)]);

    private static byte[] With(string header, byte[] body) => [.. Encoding.ASCII.GetBytes($"{header}\r\n\r\n"), .. body];

    private static byte[] Put(byte[] whole, int at, byte[] what) => [.. whole[..at], .. what, .. whole[at..]];

    // Of Latin 1 every byte is a character.
    private static byte[] Replace(byte[] whole, string what, string by)
    {
        var text = Encoding.Latin1.GetString(whole);
        var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text[..headEnd].Replace(what, by, StringComparison.Ordinal) + text[headEnd..]);
    }
}
