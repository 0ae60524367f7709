using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using AdminConsole.Core.Text;
using AdminConsole.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace AdminConsole.Web.Api.Requests;

/// <summary>Reads a request's JSON body strictly: unknown and duplicate members, depth, size and encoding are faults with a clear answer.</summary>
internal static class ApiBody
{
    public const int MaxBytes = 64 * 1024;

    public const int MaxDepth = 16;

    public const string MalformedCode = "body.malformed";

    /// <summary>No member that there is has a longer path. What is longer may be a secret that stands where a name belongs.</summary>
    private const int LongestPathShown = 42;

    /// <summary>The code of a fault at a member that there is none of.</summary>
    public const string UnknownMemberCode = "body.unknown_member";

    public const string JsonType = "application/json";
    public const string MergePatchType = "application/merge-patch+json";

    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new IdJsonConverter(), new OptionalJsonConverter(), new InstantJsonConverter() },
    };

    public static ApiProblem WrongType { get; } = OtherTypeThan(JsonType);

    public static ApiProblem WrongPatchType { get; } = OtherTypeThan(MergePatchType);

    public static ApiProblem TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "body.too_large", $"Send at most {MaxBytes / 1024} KiB.");

    public static ApiProblem Encoded { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "body.encoding", "Send the body as it is, without “Content-Encoding”.");

    private static ApiProblem NotText { get; } = Malformed("The body holds text that is not valid UTF-8.");

    public static ApiProblem Malformed(string title) => new(StatusCodes.Status400BadRequest, MalformedCode, title);

    /// <summary>The body, or the problem to answer with. That of a PATCH is a merge patch (RFC 7396).</summary>
    public static async Task<(T? Body, ApiProblem? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        var (type, wrongType) = HttpMethods.IsPatch(request.Method) ? (MergePatchType, WrongPatchType) : (JsonType, WrongType);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var given) || !given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            return (null, wrongType);
        }

        if (IsEncoded(request))
        {
            return (null, Encoded);
        }

        // Said before it is read: the server itself refuses much larger ones in words of its own.
        var bytes = request.ContentLength > MaxBytes ? null : await ReadBytesAsync(request.Body, cancellation);
        return bytes is null
            ? (null, TooLarge)
            : Parse<T>(bytes, Strict);
    }

    /// <summary>Whether the body is compressed, or says so.</summary>
    public static bool IsEncoded(HttpRequest request) => request.Headers.ContentEncoding is { Count: > 0 } encodings && encodings != "identity";

    private static ApiProblem OtherTypeThan(string type) => new(StatusCodes.Status415UnsupportedMediaType, "body.type", $"Send the body as {type}.");

    /// <summary>The object that the bytes are as JSON, or the problem to answer with.</summary>
    public static (T? Body, ApiProblem? Problem) Parse<T>(byte[] bytes, JsonSerializerOptions options)
        where T : class => Parse(bytes, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    /// <inheritdoc cref="Parse{T}(byte[], JsonSerializerOptions)"/>
    public static (T? Body, ApiProblem? Problem) Parse<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (!Utf8.IsValid(bytes))
        {
            return (null, NotText);
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } body ? (body, null) : (null, Malformed("The body must be a JSON object."));
        }
        catch (JsonException fault)
        {
            return (null, Explain(fault));
        }
        catch (InvalidOperationException)
        {
            // Lone surrogates pass the parser and fail when a string is first read.
            return (null, NotText);
        }
    }

    /// <summary>
    /// Where the fault is: a member's, where there is JSON to have members. The exception's own text may quote the body, and the body may hold a
    /// secret.
    /// </summary>
    private static ApiProblem Explain(JsonException fault)
    {
        // The parser's own exception is inside of what is not JSON at all.
        if (fault.InnerException is JsonException || fault.Path is not { Length: > 1 and <= LongestPathShown } path)
        {
            return Malformed(
                $"The body is not the JSON object that is expected here (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }

        return fault is MissingOffsetException
            ? new ApiProblem(StatusCodes.Status400BadRequest, InstantText.MissingOffsetCode, InstantText.MissingOffset)
            {
                Errors = [new(JsonPointer.Of(path), InstantText.MissingOffsetCode, InstantText.MissingOffset)],
            }
            : Misfit(path);
    }

    /// <summary>What is at the parser's path is not what is expected there.</summary>
    public static ApiProblem Misfit(string path)
    {
        var problem = Malformed($"The body does not fit at {path}: check the member's name, that it is given once, and its type.");
        return problem with { Errors = [new(JsonPointer.Of(path), problem.Code, problem.Title)] };
    }

    /// <summary>The members that the type has none of, each as a fault; none where the bytes are no JSON object.</summary>
    public static IReadOnlyList<FieldFault> UnknownMembers<T>(ReadOnlySpan<byte> bytes, JsonSerializerOptions options)
    {
        try
        {
            using var body = JsonDocument.Parse(bytes.ToArray());
            var known = options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
            return body.RootElement.ValueKind is not JsonValueKind.Object ? [] :
            [
                .. body.RootElement.EnumerateObject()
                    .Select(member => member.Name)
                    .Where(name => !known.Contains(name))
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => new FieldFault(JsonPointer.OfMember(Shown(name)), UnknownMemberCode, "There is no such member.")),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
        catch (InvalidOperationException)
        {
            // A name with a lone surrogate.
            return [];
        }
    }

    private static string Shown(string name) => name.Length > LongestPathShown ? "…" : name;

    /// <summary>The bytes, or null when there are too many.</summary>
    public static async Task<byte[]?> ReadBytesAsync(Stream body, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[4096];
        while (await body.ReadAsync(chunk, cancellation) is var read and > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
