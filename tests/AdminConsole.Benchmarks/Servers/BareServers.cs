using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Core.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Benchmarks.Servers;

/// <summary>What the console is held against: servers that do less, and so as fast as this machine can.</summary>
internal static class BareServers
{
    public const string Command = "serve";

    /// <summary>The same answer always, the body read and thrown away.</summary>
    public const string Constant = "constant";

    /// <summary>SHA-256 of the secret and a look-up, the body read by hand: the least that a verification can be.</summary>
    public const string LookUp = "look-up";

    /// <summary>A blank Blazor Server app: what a console's start is held against.</summary>
    public const string Blazor = "blazor";

    // As long as the console's answer to the same question.
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        "{\"code\":\"VALID\",\"valid\":true,\"rule\":\"Every rule of the key allows it.\",\"policyVersion\":1,\"missingScopes\":[],\"key\":"
        + "{\"id\":\"key_019353c0000070008000000000000000\",\"name\":\"checkout-worker-eu-west\",\"owner\":null,"
        + "\"scopes\":[\"vm:read\",\"vm:write\",\"logs:read\"],"
        + "\"claims\":null,\"limits\":{\"maxVerificationsPerIpPerHour\":null,\"maxHitsPerQuery\":null,\"queryParameters\":null}},"
        + "\"maxAgeSeconds\":30}");

    public static Task RunAsync(string kind, string directory) => kind switch
    {
        Constant => ServeAsync((in _) => true),
        LookUp => ServeAsync(Known(directory)),
        Blazor => ServeBlazorAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private delegate bool Check(in ReadOnlySequence<byte> body);

    private static async Task ServeAsync(Check check)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(http => AnswerAsync(http, check));
        await app.RunAsync();
    }

    private static async Task ServeBlazorAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<BlankPage>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http, Check check)
    {
        var known = http.Request.Path != Request.Path || await ReadAsync(http.Request.BodyReader, check);
        http.Response.StatusCode = known ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Answer.Length;
        http.Response.BodyWriter.Write(Answer);
        await http.Response.BodyWriter.FlushAsync();
    }

    private static async ValueTask<bool> ReadAsync(PipeReader reader, Check check)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var known = check(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return known;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Check Known(string directory)
    {
        var keys = File.ReadLines(Path.Combine(directory, KnownKeys.SecretsName))
            .Select((secret, row) => (Hash(Encoding.ASCII.GetBytes(secret)), row)).ToDictionary();
        return (in body) => keys.ContainsKey(Hash(SecretIn(body)));
    }

    // The hash alone is compared by the dictionary; the struct is the console's own.
    private static SecretHash Hash(ReadOnlySpan<byte> secret)
    {
        Span<byte> digest = stackalloc byte[SecretHash.Size];
        SHA256.HashData(secret, digest);
        return new(digest, pepperId: 0);
    }

    private static byte[] SecretIn(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        byte[] secret = [];
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("secret"u8))
            {
                reader.Read();
                secret = reader.ValueSpan.ToArray();
            }
        }

        return secret;
    }
}
