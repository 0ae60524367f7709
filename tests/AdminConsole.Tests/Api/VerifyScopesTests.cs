using System.Buffers;
using System.Text.Json;
using AdminConsole.Web.Api.Verify;

namespace AdminConsole.Tests.Api;

public sealed class VerifyScopesTests
{
    private const int Bodies = 20_000;

    private static readonly string[] Scopes = ["vm:read", "vm:edit", "vm:read ", "VM:read", "日本", "a\"b", "\\u0061", ""];

    private readonly Random _random = new(20261121);

    [Fact]
    public void Each_body_is_read_with_its_own_scopes_whatever_came_before()
    {
        for (var body = 0; body < Bodies; body++)
        {
            var scopes = _random.GetItems(Scopes, _random.Next(5));

            Assert.Equal(scopes, ScopesIn(new(JsonSerializer.SerializeToUtf8Bytes(new { secret = "x", scopes }))));
        }
    }

    [Fact]
    public void A_body_that_came_in_two_pieces_is_read_wherever_it_was_cut()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { secret = "x", scopes = Scopes });
        for (var cut = 0; cut <= body.Length; cut++)
        {
            var first = new Piece(body.AsMemory(0, cut));
            var last = first.Append(body.AsMemory(cut));

            Assert.Equal(Scopes, ScopesIn(new(first, 0, last, body.Length - cut)));
        }
    }

    private static IReadOnlyList<string> ScopesIn(ReadOnlySequence<byte> body)
    {
        var (question, problem) = VerifyBody.ReadOne(body);

        Assert.Null(problem);
        return question!.Scopes;
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
