using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AdminConsole.Web.Api.OpenApi;

/// <summary>
/// Tells the API explorer of bodies that endpoints bind by themselves and of the problems that they answer. Metadata that the framework knows for it
/// (Accepts) would have routing refuse other types of body, in words of its own and before the caller is known.
/// </summary>
internal sealed class DescribedBodies : IApiDescriptionProvider
{
    /// <summary>The explorer knows one type for each status: another one stands under this until the operation is described.</summary>
    public const int OtherAnswer = 299;

    private const string Json = "application/json";

    // After the one that finds the endpoints.
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            if (DescribedOperation.Of(description) is { } operation)
            {
                Describe(description, operation);
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static void Describe(ApiDescription description, DescribedOperation operation)
    {
        if (operation.Body is { } body)
        {
            description.ParameterDescriptions.Add(new() { Name = "body", Source = BindingSource.Body, Type = body, IsRequired = true });
            description.SupportedRequestFormats.Add(new() { MediaType = operation.BodyType });
        }

        if (operation.TextAnswer is not null)
        {
            description.SupportedResponseTypes.Single().Type = typeof(string);
        }

        if (operation.OtherAnswer is { } other)
        {
            description.SupportedResponseTypes.Add(Answer(OtherAnswer, other, Json));
        }

        foreach (var status in operation.Errors.Select(error => error.Problem.Status).Distinct())
        {
            description.SupportedResponseTypes.Add(Answer(status, typeof(ApiProblem), ApiProblem.ContentType));
        }
    }

    private static ApiResponseType Answer(int status, Type type, string contentType) =>
        new() { StatusCode = status, Type = type, ApiResponseFormats = [new() { MediaType = contentType }] };
}
