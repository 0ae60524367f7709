using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Reads the questions of a body strictly: a member that is unknown, given twice or of the wrong type refuses it, with its name.</summary>
internal sealed class VerifyBody(ReadOnlySequence<byte> bytes)
{
    private const int LongestNameShown = 40;

    private static readonly KnownLists KnownScopes = new();

    private static readonly JsonReaderOptions Options = new() { MaxDepth = ApiBody.MaxDepth };

    /// <summary>Why reading failed, for the caller; never quotes a value.</summary>
    public string? Fault { get; private set; }

    public bool TryReadOne([NotNullWhen(true)] out VerifyKey? question)
    {
        question = null;
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            question = ReadQuestion(ref reader, "$");
            RequireEnd(ref reader);
        }
        catch (Exception fault) when (Explain(fault) is { } explained)
        {
            Fault = explained;
        }

        return Fault is null;
    }

    public bool TryReadBatch(out IReadOnlyList<VerifyKey> questions)
    {
        List<VerifyKey> read = [];
        questions = read;
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            ReadBatch(ref reader, read);
        }
        catch (Exception fault) when (Explain(fault) is { } explained)
        {
            Fault = explained;
        }

        return Fault is null;
    }

    private void ReadBatch(ref Utf8JsonReader reader, List<VerifyKey> questions)
    {
        reader.Read();
        Require(ref reader, JsonTokenType.StartObject, "$");
        reader.Read();
        if (reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals(VerificationService.BatchField))
        {
            throw NotOneMember();
        }

        reader.Read();
        Require(ref reader, JsonTokenType.StartArray, VerificationService.BatchField);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            questions.Add(ReadQuestion(ref reader, $"$.{VerificationService.BatchField}[{questions.Count}]"));
        }

        reader.Read();
        if (reader.TokenType is not JsonTokenType.EndObject)
        {
            throw NotOneMember();
        }

        RequireEnd(ref reader);
    }

    private static BodyFault NotOneMember() => new($"The body must be an object with the one member {VerificationService.BatchField}.");

    private VerifyKey ReadQuestion(ref Utf8JsonReader reader, string path)
    {
        Require(ref reader, JsonTokenType.StartObject, path);
        var question = new Question(bytes);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            question.ReadMember(ref reader, path);
        }

        return question.Secret is null
            ? throw new BodyFault($"The body lacks the member {VerificationService.SecretField}{(path == "$" ? "" : $" at {path}")}.")
            : question.Build();
    }

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type, string path)
    {
        if (reader.TokenType != type)
        {
            throw new BodyFault(path == "$" ? "The body must be a JSON object." : $"The body does not fit at {path}: check its type.");
        }
    }

    private static void RequireEnd(ref Utf8JsonReader reader)
    {
        if (reader.Read())
        {
            throw new BodyFault("The body goes on behind its JSON object.");
        }
    }

    /// <summary>What may be said of the fault. The parser's own text may quote the body, and the body may hold a secret.</summary>
    private static string? Explain(Exception fault) => fault switch
    {
        BodyFault named => named.Message,
        JsonException json => $"The body is not the JSON object that is expected here (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).",

        // Invalid UTF-8 and lone surrogates pass the parser and fail when a string is first read.
        InvalidOperationException => "The body holds text that is not valid UTF-8.",
        _ => null,
    };

    /// <summary>A question half read.</summary>
    private struct Question(ReadOnlySequence<byte> bytes)
    {
        private static readonly string[] Members =
            [VerificationService.SecretField, VerificationService.ScopesField, VerificationService.ClientIpField, VerificationService.ProjectField, VerificationService.ResourceField, VerificationService.ReferrerField];

        // As they stand in a body: to turn the names around for each member would cost a seventh of reading it.
        private static readonly byte[][] MembersInBody = [.. Members.Select(Encoding.UTF8.GetBytes)];

        private int _given;
        private IReadOnlyList<string>? _scopes;
        private string? _clientIp;
        private Id<Project>? _project;
        private string? _resource;
        private string? _referrer;

        public string? Secret { get; private set; }

        public void ReadMember(ref Utf8JsonReader reader, string path)
        {
            var member = IndexOf(ref reader);
            if (member < 0)
            {
                throw new BodyFault($"There is no member {NameOf(ref reader)} at {path}: check its name.");
            }

            if ((_given & (1 << member)) != 0)
            {
                throw new BodyFault($"The member {Members[member]} at {path} is given twice.");
            }

            _given |= 1 << member;
            reader.Read();
            ReadValue(ref reader, member, path);
        }

        public readonly VerifyKey Build() => new(Secret!)
        {
            Scopes = _scopes ?? [],
            ClientIp = _clientIp,
            Project = _project,
            Resource = _resource,
            Referrer = _referrer,
        };

        private void ReadValue(ref Utf8JsonReader reader, int member, string path)
        {
            switch (member)
            {
                case 0:
                    Secret = Text(ref reader, path, member) ?? throw Misfit(path, member);
                    break;
                case 1:
                    _scopes = KnownTexts(ref reader, path, member);
                    break;
                case 2:
                    _clientIp = Text(ref reader, path, member);
                    break;
                case 3:
                    _project = Text(ref reader, path, member) is { } text ? Id<Project>.TryParse(text, null, out var id) ? id : throw Misfit(path, member) : null;
                    break;
                case 4:
                    _resource = Text(ref reader, path, member);
                    break;
                default:
                    _referrer = Text(ref reader, path, member);
                    break;
            }
        }

        private static int IndexOf(ref Utf8JsonReader reader)
        {
            for (var member = 0; member < MembersInBody.Length; member++)
            {
                if (reader.ValueTextEquals(MembersInBody[member]))
                {
                    return member;
                }
            }

            return -1;
        }

        // A long name may be a secret that lost its way.
        private static string NameOf(ref Utf8JsonReader reader) => reader.GetString() is { Length: <= LongestNameShown } name ? $"“{name}”" : "of this name";

        private static string? Text(ref Utf8JsonReader reader, string path, int member) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Misfit(path, member),
        };

        private readonly IReadOnlyList<string> KnownTexts(ref Utf8JsonReader reader, string path, int member)
        {
            if (!bytes.IsSingleSegment || reader.TokenType is not JsonTokenType.StartArray)
            {
                return Texts(ref reader, path, member);
            }

            var start = (int)reader.TokenStartIndex;
            var end = reader;
            end.Skip();
            var json = bytes.FirstSpan[start..(int)end.BytesConsumed];
            if (KnownScopes.Find(json) is { } known)
            {
                reader = end;
                return known;
            }

            var texts = Texts(ref reader, path, member);
            KnownScopes.Keep(json, texts);
            return texts;
        }

        private static List<string> Texts(ref Utf8JsonReader reader, string path, int member)
        {
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                throw Misfit(path, member);
            }

            List<string> texts = [];
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                texts.Add(Text(ref reader, path, member) ?? throw Misfit(path, member));
            }

            return texts;
        }

        private static BodyFault Misfit(string path, int member) => new($"The body does not fit at {path}.{Members[member]}: check its type.");
    }

    [SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves this class.")]
    private sealed class BodyFault(string message) : Exception(message);
}
