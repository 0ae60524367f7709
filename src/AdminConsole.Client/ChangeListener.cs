using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Client;

/// <summary>
/// Listens to the console's feed of changes, so that the answers kept about a key die with its change. While the feed is cut, answers die of age, as
/// the console bounds it.
/// </summary>
internal sealed partial class ChangeListener(
    IHttpClientFactory clients,
    AdminConsoleKeyConnection connection,
    AnswerCache answers,
    TimeProvider clock,
    ILogger<ChangeListener> logger) : BackgroundService
{
    /// <summary>The console gives a sign of life every five seconds. Without any for this long, the connection is dead.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private TimeSpan _pause = ShortestPause;

    /// <summary>Whether changes are being heard.</summary>
    public bool IsListening { get; private set; }

    /// <summary>The id of the last event: where to go on from.</summary>
    public string? Position { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (HttpRequestException fault) when (fault.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                LogCallerRefused((int)fault.StatusCode);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException)
            {
                LogCut(fault, stoppingToken);
            }

            IsListening = false;
            await PauseAsync(stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        using var silence = new CancellationTokenSource(LongestSilence, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stopping);
        using var response = await AskAsync(ending.Token);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(ending.Token);
        await foreach (var heard in SseParser.Create(stream).EnumerateAsync(ending.Token))
        {
            silence.CancelAfter(LongestSilence);
            Take(heard);
        }

        LogEnded();
    }

    private async Task<HttpResponseMessage> AskAsync(CancellationToken cancellation)
    {
        using var client = clients.CreateClient(AdminConsoleKeyDefaults.Scheme);
        using var request = new HttpRequestMessage(HttpMethod.Get, connection.Route("/keys/changes"));
        request.Headers.Authorization = connection.Credentials;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (Position is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", Position);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private void Take(SseItem<string> heard)
    {
        if (heard.EventType is "reset" || Position is null)
        {
            // What was kept before the first event may have changed unheard.
            answers.ForgetAll();
        }
        else if (JsonSerializer.Deserialize<Change>(heard.Data, JsonSerializerOptions.Web)?.Key is { } key)
        {
            answers.Forget(key);
        }

        Position = heard.EventId;
        _pause = ShortestPause;
        IsListening = true;
    }

    /// <summary>Longer each time, and not the same for all services that were cut off together.</summary>
    private async Task PauseAsync(CancellationToken stopping)
    {
        var pause = _pause * (1 + Random.Shared.NextDouble());
        _pause = _pause < LongestPause ? _pause * 2 : LongestPause;
        await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void LogCut(Exception fault, CancellationToken stopping)
    {
        if (!stopping.IsCancellationRequested)
        {
            LogCut(fault);
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "Changes of keys cannot be heard: the console does not answer. Until it does, answers about keys are kept no longer than it said")]
    private partial void LogCut(Exception fault);

    [LoggerMessage(2, LogLevel.Information, "The console ended the feed of changes; asking for it again")]
    private partial void LogEnded();

    [LoggerMessage(
        3,
        LogLevel.Error,
        "The console refuses this service's management key ({Status}): it must be valid and have the scope keys:verify. "
            + "Changes of keys cannot be heard")]
    private partial void LogCallerRefused(int status);

    private sealed record Change(string? Key);
}
