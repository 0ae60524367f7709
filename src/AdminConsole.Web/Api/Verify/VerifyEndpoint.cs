using System.Buffers;
using System.IO.Pipelines;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Verify;

/// <summary>
/// <c>POST /api/v1/keys/verify</c> and its batch. Services call it for every request they serve, so it stands at the very front of the pipeline and
/// reads the body from the pipe.
/// </summary>
internal sealed class VerifyEndpoint(ManagementKeyAuthenticator credentials, VerificationService verification)
{
    private const string JsonType = "application/json; charset=utf-8";

    public static readonly PathString Path = new($"{ApiPaths.Prefix}/keys/verify");
    public static readonly PathString BatchPath = new($"{ApiPaths.Prefix}/keys/verify/batch");

    /// <summary>Answers one question.</summary>
    public Task AnswerAsync(HttpContext http) => AnswerAsync(http, batch: false);

    /// <summary>Answers up to <see cref="VerificationService.MaxBatch"/> questions, in their order. One that cannot be read refuses all.</summary>
    public Task AnswerBatchAsync(HttpContext http) => AnswerAsync(http, batch: true);

    private async Task AnswerAsync(HttpContext http, bool batch)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (caller, problem) = credentials.Check(http);
        if ((problem ?? TypeProblem(http.Request)) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        var reader = http.Request.BodyReader;
        var read = await ReadAsync(reader);
        var answer = Answer(caller!, read.Buffer, batch);

        // Given back whole, or the server could not read the rest away: it would cut the connection before the answer is read.
        reader.AdvanceTo(read.Buffer.End);
        await (answer.Problem?.ExecuteAsync(http) ?? WriteAsync(http, answer.Json));
    }

    // The usual text first: reading it as a media type costs more than the look-up.
    private static ApiProblem? TypeProblem(HttpRequest request) =>
        request.ContentType is not "application/json" && !request.HasJsonContentType() ? ApiBody.WrongType
        : ApiBody.IsEncoded(request) ? ApiBody.Encoded
        : null;

    private (ReadOnlyMemory<byte> Json, ApiProblem? Problem) Answer(ApiCaller caller, in ReadOnlySequence<byte> body, bool batch) =>
        body.Length > ApiBody.MaxBytes ? (default, ApiBody.TooLarge)
        : batch ? AnswerBatch(caller, body)
        : AnswerOne(caller, body);

    private (ReadOnlyMemory<byte> Json, ApiProblem? Problem) AnswerOne(ApiCaller caller, in ReadOnlySequence<byte> body)
    {
        var (question, problem) = VerifyBody.ReadOne(body);
        if (question is null)
        {
            return (default, problem);
        }

        var answer = verification.Verify(caller.Actor, caller.OrganizationId, question);
        return answer.Succeeded ? (VerifyAnswers.Write(answer.Value), null) : (default, ApiProblem.Of(answer.Failures));
    }

    private (ReadOnlyMemory<byte> Json, ApiProblem? Problem) AnswerBatch(ApiCaller caller, in ReadOnlySequence<byte> body)
    {
        var (questions, problem) = VerifyBody.ReadBatch(body);
        if (questions is null)
        {
            return (default, problem);
        }

        var answers = verification.VerifyAll(caller.Actor, caller.OrganizationId, questions);
        return answers.Succeeded ? (VerifyAnswers.Write(answers.Value), null) : (default, ApiProblem.Of(answers.Failures));
    }

    /// <summary>
    /// The whole body, or more than may be sent. Neither reading nor writing is given the request's token, which would be made for it: the server
    /// ends both when the connection is gone.
    /// </summary>
    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var read = await reader.ReadAsync(CancellationToken.None);
            if (read.IsCompleted || read.Buffer.Length > ApiBody.MaxBytes)
            {
                return read;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = JsonType;
        http.Response.ContentLength = json.Length;

        // Begun first: until then the server would keep the answer apart, and copy it.
        await http.Response.StartAsync(CancellationToken.None);
        await http.Response.BodyWriter.WriteAsync(json, CancellationToken.None);
    }
}
