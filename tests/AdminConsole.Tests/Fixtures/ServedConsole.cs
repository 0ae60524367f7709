using System.Net.Http.Headers;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AdminConsole.Tests.Fixtures;

/// <summary>
/// The console behind a real socket, with one organization, “acme”, and programs that call its API. Shared by the tests of a class.
/// </summary>
public sealed class ServedConsole : IAsyncLifetime
{
    public const string VerifyPath = "/api/v1/keys/verify";
    public const string BatchPath = VerifyPath + "/batch";

    private HttpClient _caller = null!;

    /// <summary>Replaces services, where a test must.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    /// <summary>Settings of the test's own.</summary>
    public IReadOnlyList<(string Key, string? Value)> Settings { get; init; } = [];

    public ConsoleApp App { get; private set; } = null!;

    public TestConsole Console { get; private set; } = null!;

    public Id<Organization> Acme { get; private set; }

    public Uri Address => App.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        App = await ConsoleApp.StartEmptyAsync(Change, [.. Settings]);
        App.UseKestrel(port: 0);
        Console = new(App.Services);
        Acme = await Console.CreateOrganizationAsync();
        await App.AddOperatorAsync(ConsoleApp.Email, ConsoleApp.Password);
        _caller = Client((await CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A program with this credential; none sends none.</summary>
    public HttpClient Client(string? secret = null)
    {
        var client = App.CreateClient();
        client.DefaultRequestHeaders.Authorization = secret is null ? null : new("Bearer", secret);
        return client;
    }

    /// <summary>A program of acme's whose management key has these scopes.</summary>
    public async Task<HttpClient> ClientAsync(params IReadOnlyList<string> scopes) =>
        Client((await CreateManagementKeyAsync(scopes)).Secret.Reveal());

    /// <summary>A program of another organization's.</summary>
    public async Task<HttpClient> ClientOfAsync(Id<Organization> organization, params IReadOnlyList<string> scopes) =>
        Client((await CreateAsync(new() { Name = "gateway", Scopes = scopes }, KeyKind.Management, organization)).Secret.Reveal());

    public Task<CreatedKey> CreateManagementKeyAsync(params IReadOnlyList<string> scopes) =>
        CreateAsync(new() { Name = "gateway", Scopes = scopes }, KeyKind.Management);

    public async Task<CreatedKey> CreateAsync(KeySettings settings, KeyKind kind = KeyKind.Service, Id<Organization>? organization = null)
    {
        var created = await Console.Get<CreateKeyHandler>()
            .CreateAsync(Actor.System, new(organization ?? Acme, settings, kind), CancellationToken.None);
        return created.Value;
    }

    /// <summary>Goes down, as when it is stopped by hand.</summary>
    public Task StopAsync() => App.Get<IHost>().StopAsync();

    public async Task RevokeAsync(CreatedKey key) =>
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(new(Acme, key.Id), RevocationReason.Leaked), CancellationToken.None);

    /// <summary>Asks as a program that may verify.</summary>
    public Task<HttpResponseMessage> VerifyAsync(string body) => VerifyAsync(_caller, body);

    public Task<HttpResponseMessage> VerifyAsync(HttpContent content) => _caller.PostAsync(VerifyPath, content);

    public static async Task<HttpResponseMessage> VerifyAsync(HttpClient client, string body)
    {
        using var content = Json(Encoding.UTF8.GetBytes(body));
        return await client.PostAsync(VerifyPath, content);
    }

    /// <summary>A verification as it goes over the wire, for tests that write to the socket themselves.</summary>
    /// <param name="framing">The header that says where the body ends.</param>
    public string RawVerification(CreatedKey caller, string framing, string body) =>
        $"POST {VerifyPath} HTTP/1.1\r\nHost: {Address.Authority}\r\nAuthorization: Bearer {caller.Secret.Reveal()}\r\n"
        + $"Content-Type: application/json\r\n{framing}\r\n\r\n{body}";

    /// <summary>Lets time pass, and the console look at its database as it would have meanwhile.</summary>
    public Task PassAsync(TimeSpan time)
    {
        App.Clock.Pass(time);
        return Console.Get<KeyChangePoller>().LookAsync(CancellationToken.None);
    }

    /// <summary>The number of the last change of a key, once the console has seen them all.</summary>
    public async Task<long> LastChangeAsync()
    {
        await Console.Get<KeyChangePoller>().LookAsync(CancellationToken.None);
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.KeyChanges.MaxAsync(change => change.Sequence);
    }

    public async Task<HttpResponseMessage> VerifyBatchAsync(string body)
    {
        using var content = Json(Encoding.UTF8.GetBytes(body));
        return await _caller.PostAsync(BatchPath, content);
    }

    public static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
