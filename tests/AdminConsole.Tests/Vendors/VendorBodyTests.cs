using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors;

/// <summary>How bodies are read, whichever the vendor; Clerk stands for all of them.</summary>
public sealed class VendorBodyTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Good = """{"name":"billing","subject":"user_1","scopes":["vm:read"]}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Reads_JSON_whatever_type_it_is_said_to_be(string? type)
    {
        var created = await PostAsync(Encoding.UTF8.GetBytes(Good), type);

        Assert.Equal((HttpStatusCode.OK, "billing"), (created.Status, created.Text("name")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    public async Task Unzips(string encoding)
    {
        var created = await PostAsync(Zipped(Good), "text/plain", encoding);

        Assert.Equal((HttpStatusCode.OK, "billing"), (created.Status, created.Text("name")));
    }

    [Fact]
    public async Task Refuses_what_says_to_be_zipped_and_is_not()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Encoding.UTF8.GetBytes(Good), "text/plain", "gzip")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Zipped(Good)[..20], "text/plain", "gzip")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(Encoding.UTF8.GetBytes(Good), "text/plain", "br")).Status);
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large_zipped_or_not()
    {
        var large = $$"""{"name":"{{new string('x', 64 * 1024)}}"}""";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(Encoding.UTF8.GetBytes(large))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(Zipped(large), encoding: "gzip")).Status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"name\":\"billing\"")]
    [InlineData("{}{}")]
    [InlineData("{\"name\":\"a\",\"name\":\"billing\",\"subject\":\"user_1\"}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"nmae\":\"x\"}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"scopes\":\"vm:read\"}")]
    [InlineData("{\"name\":\"\\ud800illing\",\"subject\":\"user_1\"}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"claims\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"claims\":{\"\\ud800\":1}}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"claims\":{\"a\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"seconds_until_expiration\":1e400}")]
    [InlineData("")]
    public async Task Refuses_what_is_no_key(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Encoding.UTF8.GetBytes(body))).Status);
    }

    [Theory]
    [InlineData("{\"name\":\"bil?ling\",\"subject\":\"user_1\"}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"claims\":{\"a\":\"?\"}}")]
    [InlineData("{\"name\":\"billing\",\"subject\":\"user_1\",\"claims\":{\"?\":1}}")]
    public async Task Refuses_a_text_that_is_no_UTF8(string body)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(body).Select(value => value == '?' ? (byte)0xff : value)];

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(bytes)).Status);
    }

    private static byte[] Zipped(string text)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }

    private async Task<VendorAnswer> PostAsync(byte[] body, string? type = "application/json", string? encoding = null)
    {
        using var client = new VendorClient(await served.ClientAsync(ManagementScopes.All), "/clerk");
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return await client.PostAsync("/api_keys", content);
    }
}
