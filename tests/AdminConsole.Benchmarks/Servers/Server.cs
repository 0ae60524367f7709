using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace AdminConsole.Benchmarks.Servers;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>A setting of a console that scripts are let loose on: a management key's own limit is for those that run wild.</summary>
    public const string Unlimited = "Console__Api__RequestsPerMinute=1000000";

    private const double RestingShare = 0.05;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    private static readonly string DotNet = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
        ? Environment.ProcessPath
        : "dotnet";

    private readonly Process _process;
    private readonly Task _errors;
    private readonly Task _output;
    private readonly Channel<long> _answers = Channel.CreateUnbounded<long>();

    private Server(Process process, int port)
    {
        (_process, Port) = (process, port);
        _output = ReadOutputAsync();
        _errors = process.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError());
    }

    public int Port { get; }

    /// <summary>Whether it has been under load for long enough to be measured.</summary>
    public bool IsWarm { get; set; }

    /// <summary>All that the process has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long AnswerTicks { get; private set; }

    /// <summary>The console on a data directory.</summary>
    /// <param name="probed">Whether <see cref="AskAsync"/> will be used.</param>
    /// <param name="settings">Environment variables of the console.</param>
    public static Task<Server> StartConsoleAsync(string directory, bool probed, CancellationToken cancellation, params IReadOnlyList<string> settings)
    {
        Dictionary<string, string> environment = new()
        {
            ["Console__DataDirectory"] = directory,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        if (probed)
        {
            environment["DOTNET_STARTUP_HOOKS"] = typeof(Probe).Assembly.Location;
        }

        foreach (var (name, value) in settings.Select(setting => setting.Split('=', 2)).Select(parts => (parts[0], parts[1])))
        {
            environment[name] = value;
        }

        return StartAsync([DotNet, Repository.ConsoleFile], environment, "/health/ready", cancellation);
    }

    /// <summary>One of <see cref="BareServers"/>.</summary>
    public static Task<Server> StartBareAsync(string kind, string directory, CancellationToken cancellation)
    {
        // Not the repository, where watching every folder for settings takes longer than the rest of a start.
        Dictionary<string, string> environment = new() { ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory };
        return StartAsync([DotNet, typeof(Server).Assembly.Location, BareServers.Command, kind, directory], environment, "/", cancellation);
    }

    /// <summary>A script of Node's, which serves on the port that PORT names.</summary>
    /// <param name="path">Answered when the server is ready.</param>
    public static Task<Server> StartNodeAsync(IReadOnlyList<string> arguments, string path, CancellationToken cancellation) =>
        StartAsync(["node", .. arguments], new Dictionary<string, string> { ["NODE_ENV"] = "production" }, path, cancellation);

    /// <summary>Has the <see cref="Probe"/> do this, and gives the bytes that the process has allocated so far.</summary>
    public async Task<long> AskAsync(string question, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(question.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        return await _answers.Reader.ReadAsync(cancellation);
    }

    /// <summary>
    /// Waits until it does nothing any more: after its start a console reads all of its rows once more, and counts the uses that were left.
    /// </summary>
    public async Task RestAsync(CancellationToken cancellation)
    {
        TimeSpan before;
        do
        {
            before = Cpu;
            await Task.Delay(Glance, cancellation);
        }
        while (Cpu - before > Glance * RestingShare);
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a service manager does: what one measurement leaves unwritten would be the next one's work.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
        {
            return;
        }

        using (var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await stop.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Task.WhenAll(_errors, _output);
        _process.Dispose();
    }

    // All the time, also when nobody asks: a server whose log fills the pipe stands still.
    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Probe.AnswerPrefix, StringComparison.Ordinal))
            {
                _answers.Writer.TryWrite(long.Parse(line.AsSpan(Probe.AnswerPrefix.Length), CultureInfo.InvariantCulture));
            }
        }

        _answers.Writer.Complete(new InvalidOperationException("The server ended."));
    }

    private static async Task<Server> StartAsync(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string path, CancellationToken cancellation)
    {
        var port = LocalPort.Free();
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}", ["PORT"] = $"{port}" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var begun = Stopwatch.GetTimestamp();
        var server = new Server(Process.Start(start)!, port);
        await server.WaitAsync(path, begun, cancellation);
        return server;
    }

    private async Task WaitAsync(string path, long begun, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Port}") };
        while (!await LocalPort.AnswersAsync(client, path, cancellation))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(Poll, cancellation);
        }

        AnswerTicks = Stopwatch.GetElapsedTime(begun).Ticks;
    }
}
