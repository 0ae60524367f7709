using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification.Changes;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.Keys;

/// <summary>Tells a program of each change of its organization's keys as it happens, by server-sent events.</summary>
internal static class WatchKeysEndpoint
{
    public const string Description =
        "Server-sent events, without end. `changed`, `revoked` and `deleted` name a key and the version of its policy: "
            + "`{\"key\": \"key_…\", \"policyVersion\": 3}`. "
        + "`heartbeat`, at least every five seconds, says that nothing was missed. "
        + "`reset` says that more was missed than is kept: forget all answers.";

    public const string Example = "event: changed\nid: 41\ndata: {\"key\":\"key_019567d2a1c07d3e8f2b6a4c91e05d37\",\"policyVersion\":3}\n\n";

    private const string LastEventIdHeader = "Last-Event-ID";
    private const string RetryAfterSeconds = "30";

    /// <summary>Before everything that is kept: whoever is there is told to start over.</summary>
    private const long NoPosition = -1;

    public static ApiProblem TooMany => ApiProblem.Of([KeyEventSubscriptions.TooMany]);

    public static IReadOnlyList<ParameterText> Taken { get; } =
    [
        new(
            LastEventIdHeader,
            new("The id of the event that was heard last: what was missed since comes first.", "41")) { Where = ParameterLocation.Header },
    ];

    public static Results<ServerSentEventsResult<KeyEventBody>, ApiProblem> Answer(
        HttpContext http, KeyEventSubscriptions subscriptions, IHostApplicationLifetime host)
    {
        var listener = subscriptions.Listen(http.ApiCaller(), LastPosition(http.Request));
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
            ? AsyncEnumerable.Empty<SseItem<KeyEventBody>>()
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

    private static async IAsyncEnumerable<SseItem<KeyEventBody>> ReadAsync(
        KeyEventSubscription listener, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        // Without the first, a console that stops would wait for its listeners to leave.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await foreach (var heard in listener.ReadAsync(ending.Token))
        {
            yield return new(new(heard.KeyId, heard.PolicyVersion), EnumNames.Of(heard.Kind))
            {
                EventId = heard.Position.ToString(CultureInfo.InvariantCulture),
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
internal sealed record KeyEventBody(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Id<ApiKey>? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PolicyVersion);
