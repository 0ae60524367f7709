using System.Text;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Fixtures.Pages;

/// <summary>Text as a browser hands it over: as a stream of bytes.</summary>
public sealed class PastedText(string text) : IJSStreamReference
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public long Length => _bytes.Length;

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<Stream>(new MemoryStream(_bytes, writable: false));

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException();

#pragma warning disable CA1068 // The interface has this order.
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        throw new NotSupportedException();
#pragma warning restore CA1068

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
