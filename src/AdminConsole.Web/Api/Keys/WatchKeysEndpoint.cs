using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Tells a program of each change of its organization's keys as it happens, by server-sent events.</summary>
internal static class WatchKeysEndpoint
{
    private const string LastEventIdHeader = "Last-Event-ID";
    private const string RetryAfterSeconds = "30";

    /// <summary>Before everything that is kept: whoever is there is told to start over.</summary>
    private const long NoPosition = -1;

    public static Results<ServerSentEventsResult<KeyNewsBody>, ApiProblem> Answer(
        HttpContext http, KeyChangeListening listening, IHostApplicationLifetime host)
    {
        var listener = listening.Listen(http.ManagementCaller(), LastPosition(http.Request));
        if (!listener.Succeeded)
        {
            return Refuse(http, listener.Failures);
        }

        // Given back also when the caller has gone before the first event.
        http.Response.RegisterForDispose(listener.Value);

        // Asks proxies that would gather an answer before they pass it on (nginx) not to.
        http.Response.Headers["X-Accel-Buffering"] = "no";

        // Of a feed that has no end, HEAD is told the beginning.
        return TypedResults.ServerSentEvents(HttpMethods.IsHead(http.Request.Method)
            ? AsyncEnumerable.Empty<SseItem<KeyNewsBody>>()
            : ReadAsync(listener.Value, host.ApplicationStopping, http.RequestAborted));
    }

    private static ApiProblem Refuse(HttpContext http, IReadOnlyList<Failure> failures)
    {
        if (failures[0].Kind is FailureKind.TooMany)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return ApiProblem.Of(failures);
    }

    private static async IAsyncEnumerable<SseItem<KeyNewsBody>> ReadAsync(
        KeyChangeListener listener, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        // Without the first, a console that stops would wait for its listeners to leave.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await foreach (var news in listener.ReadAsync(ending.Token))
        {
            yield return new(new(news.KeyId, news.PolicyVersion), EnumNames.Of(news.Kind))
            {
                EventId = news.Position.ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    /// <summary>The position that was heard last; what is none of ours is as good as one that is no longer kept.</summary>
    private static long? LastPosition(HttpRequest request) => request.Headers[LastEventIdHeader].ToString() switch
    {
        "" => null,
        var id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : NoPosition,
    };
}

/// <summary>What an event is about: nothing, or a key and the version of its policy from now on.</summary>
internal sealed record KeyNewsBody(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Id<ApiKey>? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PolicyVersion);
