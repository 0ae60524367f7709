using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace AdminConsole.Web.Security;

/// <summary>
/// Reads the forms of pages ahead of all who would, and refuses in words those that cannot be read or were not made here. The framework answers with
/// a bare status, or not at all.
/// </summary>
internal static class PageForms
{
    private static readonly ApiProblem Unreadable = new(
        StatusCodes.Status400BadRequest, "form.malformed", "The form could not be read. Open the page again, and send it from there.");

    public static readonly ApiProblem Expired = new(
        StatusCodes.Status400BadRequest,
        "form.expired",
        "This form is not from a page that this browser opened lately, or the browser keeps no cookies. Open the page again.");

    /// <summary>Stands before antiforgery, which reads the form.</summary>
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsForm(context) && !await IsReadableAsync(context.Request))
        {
            // There may be no end to the body: the next request of this connection could not be found.
            context.Response.Headers.Connection = "close";
            await Unreadable.ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>Stands behind antiforgery.</summary>
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.Use((context, next) =>
        IsPage(context) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Expired.ExecuteAsync(context)
            : next(context));

    private static bool IsForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && (IsPage(context) || context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true });

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    // The form is kept with the request. A character set of the sender's choice may be one that nobody reads any more.
    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return !IsPage(request.HttpContext);
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or ArgumentException or IOException)
        {
            return false;
        }
    }
}
