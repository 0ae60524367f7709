using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AdminConsole.Core.Actors;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Hosting;

/// <summary>Which thread answers what, over real sockets.</summary>
[Collection(AloneCollection.Name)]
public sealed class SocketThreadsTests : IAsyncLifetime
{
    private const string Verification = """{"secret":"x"}""";
    private const string Batch = """{"verifications":[{"secret":"x"}]}""";
    private const string List = "/api/v1/keys";

    private readonly Answers _answers = new();
    private readonly ServedConsole _served;

    public SocketThreadsTests() => _served = new() { Change = services => services.AddSingleton<IStartupFilter>(_answers) };

    public async ValueTask InitializeAsync() => await _served.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        _answers.Dispose();
    }

    [Fact]
    public void This_runtime_lets_a_request_stay() => Assert.True(SocketThreads.CanStay);

    [Fact]
    public async Task A_caller_who_verifies_again_is_answered_on_the_thread_of_its_socket()
    {
        using var caller = await _served.ClientAsync(ManagementScopes.VerifyKeys);

        // Each is, unless it comes before its socket is waited for again.
        for (var i = 0; i < 50; i++)
        {
            await PostAsync(caller, ServedConsole.VerifyPath, Verification);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }

        Assert.True(_answers.OnPool.First());
        Assert.Contains(false, _answers.OnPool);
    }

    [Fact]
    public async Task All_else_over_its_connection_is_answered_on_the_pool_and_so_is_what_follows()
    {
        using var caller = await _served.ClientAsync(ManagementScopes.VerifyKeys, ManagementScopes.ReadKeys, ManagementScopes.WriteKeys);
        await PostAsync(caller, ServedConsole.VerifyPath, Verification);

        await GetAsync(caller, List);
        await PostAsync(caller, ServedConsole.VerifyPath, Verification);
        await PostAsync(caller, ServedConsole.BatchPath, Batch);
        await PostAsync(caller, ServedConsole.VerifyPath, Verification);
        await PostAsync(caller, List, """{"name":"worker","scopes":["a"]}""", HttpStatusCode.Created);
        await PostAsync(caller, ServedConsole.VerifyPath + "/", Verification);

        Assert.Equal(Enumerable.Repeat(true, 7), _answers.OnPool);
    }

    [Fact]
    public async Task A_body_that_comes_late_is_gone_on_with_on_the_pool()
    {
        using var caller = await _served.ClientAsync(ManagementScopes.VerifyKeys, ManagementScopes.WriteKeys);
        await PostAsync(caller, ServedConsole.VerifyPath, Verification);

        using var late = new LateContent("""{"name":"worker","scopes":["a"]}""");
        using var answer = await caller.PostAsync(List, late);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal([true, true], _answers.OnPool);
    }

    [Fact]
    public async Task Who_asks_without_waiting_for_answers_leaves_its_thread_to_others_now_and_then()
    {
        const int Many = 3 * SocketThreads.MaxInARow;
        const int Times = 20;
        var key = await _served.IssueManagementKeyAsync(ManagementScopes.VerifyKeys);
        var request = _served.RawVerification(key, $"Content-Length: {Verification.Length}", Verification);
        using var connection = new TcpClient();
        await connection.ConnectAsync(_served.Address.Host, _served.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        using var answers = new StreamReader(stream);

        await SendAsync(1);
        for (var i = 0; i < Times; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
            await SendAsync(Many);
        }

        Assert.Equal(1 + Times * Many, _answers.OnPool.Count());
        Assert.InRange(LongestRunOf(false, _answers.OnPool), 1, SocketThreads.MaxInARow);

        async Task SendAsync(int count)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(request, count))), TestContext.Current.CancellationToken);
            for (var answered = 0; answered < count;)
            {
                var line = await answers.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                answered += line.Contains("HTTP/1.1 200", StringComparison.Ordinal) ? 1 : 0;
            }
        }
    }

    [Fact]
    public async Task Who_is_refused_gets_no_thread_of_its_own()
    {
        using var stranger = _served.Client("akc_mgmt_nobody");

        await PostAsync(stranger, ServedConsole.VerifyPath, Verification, HttpStatusCode.Unauthorized);
        await PostAsync(stranger, ServedConsole.VerifyPath, Verification, HttpStatusCode.Unauthorized);

        Assert.Equal([true, true], _answers.OnPool);
    }

    [Fact]
    public async Task Requests_that_block_hold_up_no_verification()
    {
        const int Blocked = 2;
        List<HttpClient> callers = [];

        // So many that some share a thread with each other, whoever they are.
        for (var i = 0; i < 4 * Environment.ProcessorCount; i++)
        {
            callers.Add(await _served.ClientAsync(ManagementScopes.VerifyKeys, ManagementScopes.ReadKeys));
            await PostAsync(callers[i], ServedConsole.VerifyPath, Verification);
        }

        var blocked = callers.Take(Blocked).Select(caller => GetAsync(caller, List + Answers.Blocking)).ToList();
        await _answers.AreBlockedAsync(Blocked);
        foreach (var caller in callers.Skip(Blocked))
        {
            await PostAsync(caller, ServedConsole.VerifyPath, Verification);
        }

        Assert.DoesNotContain(blocked, answer => answer.IsCompleted);
        _answers.Release();
        await Task.WhenAll(blocked);
        callers.ForEach(caller => caller.Dispose());
    }

    private static int LongestRunOf(bool value, IEnumerable<bool> values)
    {
        var (longest, run) = (0, 0);
        foreach (var each in values)
        {
            run = each == value ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static async Task PostAsync(HttpClient caller, string path, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = ServedConsole.Json(Encoding.UTF8.GetBytes(body));
        using var answer = await caller.PostAsync(path, content, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task GetAsync(HttpClient caller, string path)
    {
        using var answer = await caller.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Notes on which kind of thread each answer begins, and blocks the thread of some.</summary>
    private sealed class Answers : IStartupFilter, IDisposable
    {
        public const string Blocking = "?limit=7";

        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

        private readonly ConcurrentQueue<bool> _onPool = new();
        private readonly SemaphoreSlim _blocked = new(0);
        private readonly ManualResetEventSlim _released = new();

        public IEnumerable<bool> OnPool => _onPool;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(inner => http =>
            {
                http.Response.OnStarting(() => Note(http));
                return inner(http);
            });
            next(app);
        };

        public async Task AreBlockedAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(await _blocked.WaitAsync(Patience, TestContext.Current.CancellationToken));
            }
        }

        public void Release() => _released.Set();

        public void Dispose()
        {
            _released.Dispose();
            _blocked.Dispose();
        }

        private Task Note(HttpContext http)
        {
            _onPool.Enqueue(Thread.CurrentThread.IsThreadPoolThread);
            if (http.Request.QueryString.Value == Blocking)
            {
                _blocked.Release();
                _released.Wait(Patience);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>A body whose second half comes when the first has long been read.</summary>
    private sealed class LateContent : HttpContent
    {
        private readonly byte[] _body;

        public LateContent(string json)
        {
            _body = Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
            await stream.FlushAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}

/// <summary>All consoles of a process share its sockets' threads: whose turn it is can be told only where no other test verifies.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
