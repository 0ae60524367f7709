using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Questions and answers as JSON, by code that the compiler writes.</summary>
[JsonSerializable(typeof(VerifyQuestionBody))]
[JsonSerializable(typeof(VerifyBatchBody))]
[JsonSerializable(typeof(VerifyAnswerBody))]
[JsonSerializable(typeof(VerifyAnswersBody))]
internal sealed partial class VerifyJson : JsonSerializerContext
{
    /// <summary>In the API's own dialect.</summary>
    public static VerifyJson Strict { get; } = new(new(ApiBody.Strict)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    });
}
