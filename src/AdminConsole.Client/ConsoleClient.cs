using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Client;

/// <summary>How asking the console ended.</summary>
internal enum ReplyKind
{
    Answered,

    /// <summary>The console cannot be asked now.</summary>
    Down,

    /// <summary>The console does not take the service's own management key.</summary>
    CallerRefused,

    /// <summary>The console cannot make sense of this question; it may of others.</summary>
    QuestionRefused,
}

internal sealed record Reply(ReplyKind Kind, AdminConsoleKeyAnswer? Answer = null);

/// <summary>Asks the console, by <c>POST /api/v1/keys/verify</c>.</summary>
internal sealed partial class ConsoleClient(
    IHttpClientFactory clients, AdminConsoleKeyConnection connection, TimeProvider clock, ILogger<ConsoleClient> logger)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <param name="question">As <see cref="AdminConsoleKeyQuestion.ToJson"/> writes it.</param>
    public async Task<Reply> AskAsync(byte[] question)
    {
        // Not a client's token: others may wait for the same answer.
        using var timeout = new CancellationTokenSource(connection.Options.Timeout, clock);
        try
        {
            using var response = await PostAsync(question, timeout.Token);
            return response.StatusCode is HttpStatusCode.OK
                ? new(ReplyKind.Answered, await response.Content.ReadFromJsonAsync<AdminConsoleKeyAnswer>(timeout.Token) ?? throw new JsonException())
                : Refused(response.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            LogDown(fault);
            return new(ReplyKind.Down);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] question, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(AdminConsoleKeyDefaults.Scheme);
        using var request = new HttpRequestMessage(HttpMethod.Post, connection.Route("/keys/verify"))
        {
            Headers = { Authorization = connection.Credentials },
            Content = new ByteArrayContent(question) { Headers = { ContentType = JsonType } },
        };
        return await client.SendAsync(request, cancellation);
    }

    private Reply Refused(HttpStatusCode status)
    {
        switch (status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                LogCallerRefused((int)status);
                return new(ReplyKind.CallerRefused);
            case HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge:
                LogQuestionRefused((int)status);
                return new(ReplyKind.QuestionRefused);
            default:
                LogUnexpected((int)status);
                return new(ReplyKind.Down);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The console cannot be asked about keys")]
    private partial void LogDown(Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "The console cannot be asked about keys: it answers {Status}")]
    private partial void LogUnexpected(int status);

    [LoggerMessage(
        3,
        LogLevel.Error,
        "The console refuses this service's management key ({Status}): it must be valid and have the scope keys:verify. No key can be verified")]
    private partial void LogCallerRefused(int status);

    [LoggerMessage(4, LogLevel.Warning, "The console cannot read a question about a key ({Status}): check what is added to it")]
    private partial void LogQuestionRefused(int status);
}
