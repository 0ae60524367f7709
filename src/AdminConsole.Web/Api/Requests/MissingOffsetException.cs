using System.Text.Json;

namespace AdminConsole.Web.Api.Requests;

/// <summary>An instant in a body is one but for its offset. The parser adds where.</summary>
internal sealed class MissingOffsetException : JsonException
{
    public MissingOffsetException()
        : base(InstantText.MissingOffset)
    {
    }
}
