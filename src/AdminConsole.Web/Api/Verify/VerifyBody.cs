using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Reads questions, as strictly as the API reads every body.</summary>
internal static class VerifyBody
{
    /// <summary>The question, or the problem to answer with.</summary>
    public static (VerifyKey? Question, ApiProblem? Problem) ReadOne(in ReadOnlySequence<byte> bytes)
    {
        var (question, problem) = Parse(bytes, VerifyJson.Strict.VerifyQuestionBody);
        return problem is null && IsWhole(question, "$", out problem) ? (question.ToQuestion(), null) : (null, problem);
    }

    /// <summary>The questions, or the problem to answer with. One that cannot be read refuses all.</summary>
    public static (IReadOnlyList<VerifyKey>? Questions, ApiProblem? Problem) ReadBatch(in ReadOnlySequence<byte> bytes)
    {
        var (batch, problem) = Parse(bytes, VerifyJson.Strict.VerifyBatchBody);
        if (batch is null)
        {
            return (null, problem);
        }

        List<VerifyKey> questions = [];
        foreach (var question in batch.Verifications)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.{VerificationService.BatchField}[{questions.Count}]");
            if (!IsWhole(question, path, out problem))
            {
                return (null, problem);
            }

            questions.Add(question.ToQuestion());
        }

        return (questions, null);
    }

    private static (T? Body, ApiProblem? Problem) Parse<T>(in ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type)
        where T : class => ApiBody.Parse(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray(), type);

    /// <summary>The serializer takes null for an element of any list.</summary>
    private static bool IsWhole([NotNullWhen(true)] VerifyQuestionBody? question, string path, out ApiProblem? problem)
    {
        problem = question is null ? ApiBody.Misfit(path)
            : question.Scopes.Contains(null!) ? ApiBody.Misfit($"{path}.{VerificationService.ScopesField}")
            : null;
        return problem is null;
    }
}
