using System.Text.Json;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Display;

namespace AdminConsole.Tests.Api.OpenApi;

/// <summary>The OpenAPI document says of the API all that a client needs, and of nothing else.</summary>
public sealed class ApiDocumentTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    [Fact]
    public async Task Lists_exactly_the_routes_of_the_API()
    {
        var document = await ApiDocument.ReadAsync(served);

        Assert.StartsWith("3.1.", document.Root.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            EveryRoute.Requests.Keys.Where(route => !route.StartsWith("other ", StringComparison.Ordinal)).Order(),
            document.Operations.Keys.Order());
    }

    [Fact]
    public async Task Describes_every_operation_with_its_scope_its_errors_and_its_credentials()
    {
        var document = await ApiDocument.ReadAsync(served);

        Assert.All(document.Operations, operation =>
        {
            Assert.All(["operationId", "summary", "description"], member => Assert.NotEqual("", Text(operation.Value, member)));
            Assert.Contains("Needs the scope `", Text(operation.Value, "description"), StringComparison.Ordinal);
            Assert.Single(operation.Value.GetProperty("tags").EnumerateArray());
            Assert.Equal(["managementKey"], operation.Value.GetProperty("security")[0].Members());
            Assert.Superset(
                new HashSet<string> { "400", "401", "403", "429", "503" },
                operation.Value.GetProperty("responses").Members().ToHashSet());
        });
        Assert.Equal(document.Operations.Count, document.Operations.Values.Select(operation => Text(operation, "operationId")).Distinct().Count());
    }

    [Fact]
    public async Task Describes_every_parameter_and_every_member_with_its_limits()
    {
        var document = await ApiDocument.ReadAsync(served);
        var parameters = document.Operations.SelectMany(operation => operation.Value.TryGetProperty("parameters", out var given)
            ? given.EnumerateArray().Select(parameter => ($"{operation.Key} {Text(parameter, "name")}", parameter))
            : []);
        var members = document.Schemas.SelectMany(schema => schema.Value.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(member => ($"{schema.Key}.{member.Name}", member.Value))
            : []);

        Assert.All(parameters, parameter => Assert.True(parameter.parameter.TryGetProperty("example", out _), parameter.Item1));
        Assert.Empty(parameters.Concat(members).Where(entry => !entry.Item2.TryGetProperty("description", out _)).Select(entry => entry.Item1));
    }

    [Fact]
    public async Task Has_an_example_of_every_request_and_every_answer_that_fits_its_schema()
    {
        var document = await ApiDocument.ReadAsync(served);
        var check = new SchemaCheck(document.Schemas);

        Assert.All(document.Operations.Values.SelectMany(Media), media =>
            Assert.All(Examples(media), example => Assert.Empty(check.Faults(media.GetProperty("schema"), example))));
    }

    private static IEnumerable<JsonElement> Media(JsonElement operation) =>
        operation.GetProperty("responses").EnumerateObject().Select(response => response.Value)
            .Concat(operation.TryGetProperty("requestBody", out var body) ? [body] : [])
            .SelectMany(part => part.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(media => media.Value) : []);

    private static IEnumerable<JsonElement> Examples(JsonElement media) => media.TryGetProperty("example", out var example)
        ? [example]
        : media.GetProperty("examples").EnumerateObject().Select(named => named.Value.GetProperty("value"));

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
