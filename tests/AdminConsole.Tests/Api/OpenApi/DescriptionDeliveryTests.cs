using System.Net;
using System.Net.Http.Headers;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Display;

namespace AdminConsole.Tests.Api.OpenApi;

/// <summary>How the description travels, whatever it says.</summary>
public sealed class DescriptionDeliveryTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Theory]
    [InlineData("", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("deflate", null)]
    public async Task Comes_in_an_encoding_that_the_client_takes(string accepted, string? encoding)
    {
        using var client = Client(accepted);
        using var plain = Client("");

        var answer = await client.GetAsync(ApiDocument.Path);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Equal(await plain.GetStringAsync(ApiDocument.Path), await answer.ReadExpandedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Is_not_sent_again_to_who_has_it(string accepted)
    {
        using var client = Client(accepted);
        var first = await client.GetAsync(ApiDocument.Path);

        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await client.GetAsync(ApiDocument.Path);

        Assert.Equal("no-cache", $"{first.Headers.CacheControl}");
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((first.Headers.ETag, "no-cache"), (second.Headers.ETag, $"{second.Headers.CacheControl}"));
    }

    [Fact]
    public async Task Is_sent_to_who_has_another()
    {
        using var client = Client("gzip");
        client.DefaultRequestHeaders.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));

        var answer = await client.GetAsync(ApiDocument.Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        using var plain = Client("");
        using var compressed = Client("gzip");

        var first = await plain.GetAsync(ApiDocument.Path);
        var second = await compressed.GetAsync(ApiDocument.Path);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_send()
    {
        using var client = Client("gzip");
        using var question = new HttpRequestMessage(HttpMethod.Head, ApiDocument.Path);

        var told = await client.SendAsync(question);
        var sent = await client.GetAsync(ApiDocument.Path);

        Assert.Empty(await told.Content.ReadAsByteArrayAsync());
        Assert.Equal((sent.Headers.ETag, sent.Content.Headers.ContentLength), (told.Headers.ETag, told.Content.Headers.ContentLength));
    }

    private HttpClient Client(string accepted)
    {
        var client = served.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(accepted);
        return client;
    }
}
