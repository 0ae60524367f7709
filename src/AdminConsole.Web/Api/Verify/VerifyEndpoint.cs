using System.Buffers;
using System.IO.Pipelines;
using AdminConsole.Verification;
using AdminConsole.Web.Account;

namespace AdminConsole.Web.Api.Verify;

/// <summary>
/// <c>POST /api/v1/keys/verify</c> and its batch. Services call it for every request they serve, so it stands at the very front of the pipeline, reads
/// the body by hand and writes the answer without reflection.
/// </summary>
internal sealed class VerifyEndpoint(ApiCredentials credentials, VerificationService verification)
{
    private const string JsonType = "application/json; charset=utf-8";

    public static readonly PathString Path = new($"{ApiRoutes.Prefix}/keys/verify");
    public static readonly PathString BatchPath = new($"{ApiRoutes.Prefix}/keys/verify/batch");

    /// <summary>Answers one question.</summary>
    public Task AnswerAsync(HttpContext http) => AnswerAsync(http, static body => (body.TryReadOne(out var question), question is null ? [] : [question]), batch: false);

    /// <summary>Answers up to <see cref="VerificationService.MaxBatch"/> questions, in their order. One that cannot be read refuses all.</summary>
    public Task AnswerBatchAsync(HttpContext http) => AnswerAsync(http, static body => (body.TryReadBatch(out var questions), questions), batch: true);

    private delegate (bool Read, IReadOnlyList<VerifyKey> Questions) Parse(VerifyBody body);

    private async Task AnswerAsync(HttpContext http, Parse parse, bool batch)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (caller, problem) = credentials.Check(http);
        if (caller is null)
        {
            await problem!.ExecuteAsync(http);
            return;
        }

        // The usual text first: reading it as a media type costs more than the look-up.
        if (http.Request.ContentType is not "application/json" && !http.Request.HasJsonContentType())
        {
            await ApiBody.WrongType.ExecuteAsync(http);
            return;
        }

        var body = await ReadAsync(http.Request.BodyReader);
        if (body is null)
        {
            await ApiBody.TooLarge.ExecuteAsync(http);
            return;
        }

        var (read, questions) = parse(body);
        if (!read)
        {
            await ApiBody.Malformed(body.Fault!).ExecuteAsync(http);
            return;
        }

        await (batch ? AnswerBatchAsync(http, caller, questions) : AnswerOneAsync(http, caller, questions[0]));
    }

    private Task AnswerOneAsync(HttpContext http, ManagementCaller caller, VerifyKey question)
    {
        var answer = verification.Verify(caller.Actor, caller.OrganizationId, question);
        return answer.Succeeded ? WriteAsync(http, VerifyAnswers.Write(answer.Value)) : ApiProblem.Of(answer.Failures).ExecuteAsync(http);
    }

    private Task AnswerBatchAsync(HttpContext http, ManagementCaller caller, IReadOnlyList<VerifyKey> questions)
    {
        var answers = verification.VerifyAll(caller.Actor, caller.OrganizationId, questions);
        return answers.Succeeded ? WriteAsync(http, VerifyAnswers.Write(answers.Value)) : ApiProblem.Of(answers.Failures).ExecuteAsync(http);
    }

    /// <summary>
    /// The whole body, or null when it is too large. Neither reading nor writing is given the request's token, which would be made for it: the
    /// server ends both when the connection is gone.
    /// </summary>
    private static async ValueTask<VerifyBody?> ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var result = await reader.ReadAsync(CancellationToken.None);
            if (result.Buffer.Length > ApiBody.MaxBytes)
            {
                // Given back, or the server cannot read the rest away: it would cut the connection before the answer is read.
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var body = new VerifyBody(result.Buffer.ToArray());
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = JsonType;
        http.Response.ContentLength = json.Length;
        http.Response.BodyWriter.Write(json.Span);
        await http.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }
}

internal static class VerifyPaths
{
    public static IServiceCollection AddVerifyEndpoint(this IServiceCollection services) =>
        services.AddSingleton<ApiCredentials>().AddSingleton<VerifyEndpoint>();

    /// <summary>Ahead of everything that verification does not need: routing, headers for pages, localization, sessions.</summary>
    public static void UseVerifyEndpoint(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        app.Use(next => http => IsVerification(http) ? AnswerAsync(http, services, next) : next(http));
    }

    private static bool IsVerification(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && (http.Request.Path == VerifyEndpoint.Path || http.Request.Path == VerifyEndpoint.BatchPath);

    // Not from the request's own services, which would be set up for it.
    private static async Task AnswerAsync(HttpContext http, IServiceProvider services, RequestDelegate next)
    {
        if (!await services.GetRequiredService<SetupStatus>().IsSetUpAsync(CancellationToken.None))
        {
            await next(http);
            return;
        }

        // Asked for as late as this: it hashes secrets, and there is no pepper before the database is prepared.
        var endpoint = services.GetRequiredService<VerifyEndpoint>();
        await (http.Request.Path == VerifyEndpoint.Path ? endpoint.AnswerAsync(http) : endpoint.AnswerBatchAsync(http));
    }
}
