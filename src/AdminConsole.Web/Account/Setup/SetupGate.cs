using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Account.Setup;

/// <summary>Until there is an operator only the set-up can be reached; from then on it is gone.</summary>
internal sealed class SetupGate(RequestDelegate next, SetupStatus status)
{
    private static readonly ApiProblem NotSetUp = new(StatusCodes.Status503ServiceUnavailable, "setup.open", "This console is not set up yet.");

    public async Task InvokeAsync(HttpContext context) =>
        await (await status.IsSetUpAsync(context.RequestAborted) ? AfterAsync(context) : BeforeAsync(context));

    private Task BeforeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AvailableBeforeSetupAttribute>() is not null)
        {
            return next(context);
        }

        if (PageRequests.IsForPage(context))
        {
            context.Response.Redirect(context.Request.PathBase + AccountPaths.Setup);
            return Task.CompletedTask;
        }

        return NotSetUp.ExecuteAsync(context);
    }

    private Task AfterAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(AccountPaths.Setup, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

internal static class SetupGateExtensions
{
    public static IApplicationBuilder UseSetupGate(this IApplicationBuilder app) => app.UseMiddleware<SetupGate>();

    public static TBuilder AvailableBeforeSetup<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new AvailableBeforeSetupAttribute());
}
