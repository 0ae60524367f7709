using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of errors.</summary>
internal static class ProblemSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("Problem")
        {
            ["status"] = new("The HTTP status.", 400) { Minimum = 400, Maximum = 599 },
            ["code"] = new("What is wrong, for programs; stable.", "text.length"),
            ["title"] = new("What is wrong and what to do about it, for people.", "Enter at least one character."),
            ["errors"] = new("Each fault of a field or parameter, when the problem is about fields.") { IsOptional = true },
            ["requestId"] = new("Finds the request in the console's log.", "0HNA1B2C3D4E5:00000001"),
        },
        new("FieldFault")
        {
            ["pointer"] = new("Where the fault is: a JSON pointer into the body, or a slash and the parameter's name.", "/scopes/0"),
            ["code"] = new("What is wrong, for programs; stable.", "scope.characters"),
            ["message"] = new(
                "What is wrong and what to do about it, for people.", "Write a scope without spaces, commas and quotes, for example vm:read."),
        },
    ];
}
