using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>
/// The same question as a command and as C#, for the console at this address. A management key of the organization comes from the environment.
/// </summary>
internal sealed record TrialSnippet(string Curl, string Net)
{
    public static TrialSnippet Of(RevealedKey key, Uri console, string secret) => key.Kind is KeyKind.Management
        ? new(ListKeys(console, secret), ListKeysInNet(console, secret))
        : new(Verify(key, console, secret), Guard(console, secret));

    private static string ListKeys(Uri console, string secret) => $"""
        curl -sS '{console}api/v1/keys?limit=1' \
          -H 'Authorization: Bearer {secret}'
        """;

    private static string ListKeysInNet(Uri console, string secret) => $$"""
        using var http = new HttpClient { BaseAddress = new("{{console}}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "{{secret}}");
        Console.WriteLine((await http.GetAsync("api/v1/keys?limit=1")).StatusCode);
        """;

    // A key that is limited to networks is refused to who names no address.
    private static string Verify(RevealedKey key, Uri console, string secret)
    {
        var client = key.Network is { } network ? $$""", "clientIp": "{{network.Split('/')[0]}}" """.TrimEnd() : "";
        return $$"""
            curl -sS {{console}}api/v1/keys/verify \
              -H "Authorization: Bearer $MANAGEMENT_KEY" \
              -H 'Content-Type: application/json' \
              -d '{"secret": "{{secret}}"{{client}}}'
            """;
    }

    private static string Guard(Uri console, string secret)
    {
        var plain = console.IsLoopback || console.Scheme == Uri.UriSchemeHttps ? "" : "\n    options.RequireHttps = false;";
        return $$"""
            // Program.cs of a web project with the package AdminConsole.Client
            using System.Security.Claims;
            using Microsoft.AspNetCore.Authorization;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication().AddAdminConsoleKeys(options =>
            {
                options.Address = new("{{console}}");
                options.ManagementKey = Environment.GetEnvironmentVariable("MANAGEMENT_KEY");{{plain}}
            });
            builder.Services.AddAuthorization();

            var app = builder.Build();
            app.MapGet("/whoami", [Authorize] (ClaimsPrincipal key) => key.Identity?.Name);
            app.Run("http://localhost:5000");

            // Then, as its client:
            // curl http://localhost:5000/whoami -H 'Authorization: Bearer {{secret}}'
            """;
    }
}
