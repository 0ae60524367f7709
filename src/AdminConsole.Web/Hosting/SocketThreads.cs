using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AdminConsole.Web.Hosting;

/// <summary>
/// Where a connection's requests are answered: on the thread pool, as usual, or on the very thread that waits for its socket, which saves waking another
/// for each. Only verifications stay there: they never wait for anything, and code that did would hold up every other connection of that thread.
/// </summary>
internal static class SocketThreads
{
    /// <summary>
    /// So many requests of one connection are answered in a row, at most, before others of its thread have their turn: whoever sends the next ones
    /// before the first is answered would keep the thread otherwise.
    /// </summary>
    internal const int MaxInARow = 64;

    private const string CountVariable = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    // The runtime offers this for all sockets of a process, or, kept for reflection, for one: dotnet/runtime#34945. Elsewhere than on Unix there is none.
    private static readonly Action<Socket, bool>? Prefer = typeof(Socket)
        .GetProperty("PreferInlineCompletions", BindingFlags.Instance | BindingFlags.NonPublic)?.SetMethod?.CreateDelegate<Action<Socket, bool>>();

    [ThreadStatic]
    private static IFeatureCollection? _connection;

    [ThreadStatic]
    private static int _inARow;

    /// <summary>Whether this runtime lets a request stay. When it does not, all is answered on the pool.</summary>
    public static bool CanStay => Prefer is not null;

    /// <summary>One thread a processor waits for sockets, unless their number is set. To be called before the first socket is made.</summary>
    public static void AddSocketThreads(this WebApplicationBuilder builder)
    {
        if (!CanStay)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(CountVariable) is null)
        {
            Environment.SetEnvironmentVariable(CountVariable, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        }

        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;

            // Otherwise each request is preceded by a read of nothing. An idle connection holds four kilobytes instead, a circuit thirty times that.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
    }

    /// <summary>Every other request goes on on the pool, as do all after it over its connection.</summary>
    public static void UseThreadPool(this IApplicationBuilder app, Func<HttpContext, bool> exceptFor)
    {
        if (CanStay)
        {
            app.Use(next => http => exceptFor(http) && !IsTurnOver(http) ? next(http) : LeaveAsync(http, next));
        }
    }

    /// <summary>What comes next over this connection begins on its socket's thread. Several requests at once over one (HTTP/2) never do.</summary>
    public static void Stay(HttpContext http)
    {
        // What is answered on its socket's thread was told to stay before.
        if (Thread.CurrentThread.IsThreadPoolThread && http.Request.Protocol == HttpProtocol.Http11)
        {
            Set(http, true);
        }
    }

    private static bool IsTurnOver(HttpContext http)
    {
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            return false;
        }

        // The server keeps one collection for each connection.
        _inARow = ReferenceEquals(_connection, http.Features) ? _inARow + 1 : 1;
        _connection = http.Features;
        return _inARow % MaxInARow == 0;
    }

    private static async Task LeaveAsync(HttpContext http, RequestDelegate next)
    {
        Set(http, false);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await next(http);
    }

    private static void Set(HttpContext http, bool inline)
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            Prefer?.Invoke(connection.Socket, inline);
        }
    }
}
