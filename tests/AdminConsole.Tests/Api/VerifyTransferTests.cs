using System.Net.Sockets;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

/// <summary>Requests that no client library sends, written to the socket.</summary>
public sealed class VerifyTransferTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("Transfer-Encoding: chunked", "ZZ\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "2\r\n{}}}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Content-Length: -1", "{}")]
    [InlineData("Content-Length: two", "{}")]
    public async Task A_broken_body_is_the_callers_fault(string header, string body) =>
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(header, body), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_announced_as_too_large_is_not_waited_for() =>
        Assert.StartsWith("HTTP/1.1 413 ", await SendAsync("Content-Length: 1000000000", new(' ', 70_000)), StringComparison.Ordinal);

    /// <summary>Sends the request and gives the status line of the answer.</summary>
    private async Task<string?> SendAsync(string header, string body)
    {
        var key = await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        using var connection = new TcpClient();
        await connection.ConnectAsync(served.Address.Host, served.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(served.RawVerification(key, header, body)));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }
}
