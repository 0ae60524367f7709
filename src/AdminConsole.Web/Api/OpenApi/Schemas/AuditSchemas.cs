using System.Text.Json.Nodes;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of the members of audit entries.</summary>
internal static class AuditSchemas
{
    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("AuditList") { ["entries"] = new("The entries of this page.") },
        new("AuditEntry")
        {
            ["id"] = new("The entry's id.", "aud_4711"),
            ["at"] = new("When it was done.", "2026-03-02T09:00:00+00:00"),
            ["actor"] = new("Who did it."),
            ["address"] = new("Where the request came from; null when that has no meaning.", "10.1.2.3"),
            ["action"] = new("What was done; stable.", "key.edited"),
            ["subject"] = new("What it was done to."),
            ["details"] = new("What changed, member by member, each a `FieldChange`; null when nothing did.", new JsonArray(new JsonObject
            {
                ["field"] = "name",
                ["before"] = new JsonArray("ci"),
                ["after"] = new JsonArray("ci-deploy"),
            })) { IsAnyJson = true },
        },
        new("AuditActor")
        {
            ["kind"] = new("What acted.", "operator"),
            ["id"] = new("Its id; `system` for the console itself.", "op_019567d2a1c07d3e8f2b6a4c91e05d41"),
            ["name"] = new("Its name at that time.", "Ada"),
        },
        new("AuditSubject")
        {
            ["id"] = new("Its id.", "key_019567d2a1c07d3e8f2b6a4c91e05d37"),
            ["name"] = new("Its name at that time.", "ci-deploy"),
        },
    ];
}
