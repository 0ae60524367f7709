using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>Adds to each operation what the framework does not know of its endpoint.</summary>
internal sealed class DescribedOperations : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (DescribedOperation.Of(context.Description) is { } text)
        {
            Describe(operation, text, context.Document!);
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, DescribedOperation text, OpenApiDocument document)
    {
        operation.Description += $"\n\nNeeds the scope `{text.Needs.Scope}`.";
        operation.Security = [new() { [new(DescribedApi.SecurityScheme, document)] = [] }];
        operation.Parameters = [.. text.Parameters.Select(parameter => parameter.ToParameter())];
        if (text.BodyExample is { } example)
        {
            operation.RequestBody!.Content![text.BodyType].Example = JsonNode.Parse(example);
        }

        DescribeAnswers(operation, text);
        DescribeErrors(operation.Responses!, text);
    }

    private static void DescribeAnswers(OpenApiOperation operation, DescribedOperation text)
    {
        var responses = operation.Responses!;
        JoinOtherAnswer(responses);
        foreach (var (status, response) in responses.Where(response => response.Key.StartsWith('2')))
        {
            response.Description = status == "204" ? "Done. The answer has no body." : $"{operation.Summary}: done.";
            if (response is OpenApiResponse { Content: { } content } answer)
            {
                DescribeText(content, text.TextAnswer);
                answer.Headers = Headers(text, isCreated: status == "201");
            }
        }
    }

    // The merge patch answers one of two bodies, which the API explorer has no way to say.
    private static void JoinOtherAnswer(OpenApiResponses responses)
    {
        if (responses.Remove(DescribedBodies.OtherAnswer.ToString(CultureInfo.InvariantCulture), out var other))
        {
            var usual = responses["200"].Content![Json];
            usual.Schema = new OpenApiSchema { AnyOf = [usual.Schema!, other.Content![Json].Schema!] };
        }
    }

    private static void DescribeText(IDictionary<string, OpenApiMediaType> content, string? example)
    {
        if (example is not null)
        {
            foreach (var media in content.Values)
            {
                media.Example = example;
            }
        }
    }

    private static Dictionary<string, IOpenApiHeader>? Headers(DescribedOperation text, bool isCreated)
    {
        Dictionary<string, IOpenApiHeader> headers = [];
        if (text.HasETag)
        {
            headers["ETag"] = Header("The version that this is, for the If-Match of a change.", "\"3\"");
        }

        if (isCreated)
        {
            headers["Location"] = Header("Where the new thing is.", "/api/v1/…");
        }

        if (text.HasPages)
        {
            headers["Link"] = Header("The next page, when there is one.", "</api/v1/…?cursor=AYx2eUwB>; rel=\"next\"");
        }

        return headers.Count > 0 ? headers : null;
    }

    private static OpenApiHeader Header(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };

    private static void DescribeErrors(OpenApiResponses responses, DescribedOperation text)
    {
        foreach (var errors in text.Errors.GroupBy(error => error.Problem.Status))
        {
            var response = responses[errors.Key.ToString(CultureInfo.InvariantCulture)];
            var problems = errors.Select(error => error.Problem).DistinctBy(problem => problem.Code).ToList();
            response.Description = $"Refused: {string.Join(", ", problems.Select(problem => $"`{problem.Code}`"))}.";
            response.Content![ApiProblem.ContentType].Examples = problems.ToDictionary(problem => problem.Code, Example);
        }
    }

    private static IOpenApiExample Example(ApiProblem problem) => new OpenApiExample
    {
        Summary = problem.Title,
        Value = JsonSerializer.SerializeToNode(problem with { RequestId = "0HNA1B2C3D4E5:00000001" }),
    };
}
