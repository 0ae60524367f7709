using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.OpenApi.Schemas;
using AdminConsole.Web.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Says what holds for the whole API, and completes the schemas, which only stand once all operations do.</summary>
internal sealed class DescribedApi : IOpenApiDocumentTransformer
{
    public const string SecurityScheme = "managementKey";

    private const string Summary = """
        Manage and verify the API keys of one organization: the one that the management key belongs to.
        Another organization's things do not exist: 404.

        Errors are problem details (RFC 9457) with a stable `code`, a `requestId` and, in `errors`, each fault with the JSON pointer of its field.
        `RateLimit` and `RateLimit-Policy` say how many requests the management key has left in this minute.
        Bodies hold at most 64 KiB and 16 levels; unknown members, and members given twice, are refused.
        Instants have an offset (RFC 3339). What GET answers, HEAD answers without the body.
        """;

    private static readonly IReadOnlyList<SchemaTexts> Tables =
    [
        .. KeySchemas.All,
        .. KeyUsageSchemas.All,
        .. LookUpSchemas.All,
        .. VerifySchemas.All,
        .. AuditSchemas.All,
        .. ProjectSchemas.All,
        .. OwnerSchemas.All,
        .. OrganizationSchemas.All,
        .. ProblemSchemas.All,
    ];

    private static readonly Dictionary<(string Schema, string Member), FieldText> Texts = Tables
        .SelectMany(table => table.Schemas.SelectMany(schema => table.Select(entry => ((schema, entry.Key), entry.Value))))
        .ToDictionary(entry => entry.Item1, entry => entry.Value);

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "AdminConsole API",
            Version = context.DocumentName,
            Description = Summary,
            Contact = new() { Name = "Whoever runs this console" },
        };
        document.Servers = [new() { Url = "..", Description = "This console" }];
        document.Tags = ApiTags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A management key, `akc_mgmt_…`. Its scopes decide what it may do.",
            },
        };
        DescribeMembers(document.Components.Schemas!);
        CompleteBodies(document);
        return Task.CompletedTask;
    }

    private static void DescribeMembers(IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (var (id, schema) in schemas)
        {
            foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                Texts.GetValueOrDefault((id, name))?.ApplyTo(member);
            }
        }
    }

    private static void CompleteBodies(OpenApiDocument document)
    {
        var requests = new RequestSchemas(document.Components!.Schemas!);
        var answers = new AnswerSchemas(Texts);
        var example = new SchemaExample(Texts);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            requests.Close(operation.RequestBody?.Content?.Values);
            foreach (var media in operation.Responses!.Values.SelectMany(response => response.Content?.Values ?? []))
            {
                answers.Require(media.Schema);
                media.Example = media.Example ?? (media.Examples is null ? example.Of(media.Schema) : null);
            }
        }
    }
}
