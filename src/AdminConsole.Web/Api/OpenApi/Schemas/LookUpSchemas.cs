using AdminConsole.Core.LookUp;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What finding keys by a secret, a text or a hint takes and answers.</summary>
internal static class LookUpSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("LookUpText")
        {
            ["text"] = new("A secret, a text that holds secrets (log lines, JSON), or a hint: the last four characters.", "…3f9a")
            {
                MinLength = 1,
                MaxLength = KeyLookUp.MaxTextLength,
            },
        },
        new("LookUp")
        {
            ["keys"] = new($"The keys found, {KeyLookUp.MaxFound} at most."),
            ["secretsSeen"] = new("How many secrets the text held, known or not.", 1) { Minimum = 0 },
            ["isTruncated"] = new("Whether there are more matches than these.", false),
        },
    ];
}
