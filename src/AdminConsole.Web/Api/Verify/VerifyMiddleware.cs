using AdminConsole.Web.Account.Setup;

namespace AdminConsole.Web.Api.Verify;

/// <summary>Answers verifications ahead of all else, once the console is set up.</summary>
internal sealed class VerifyMiddleware(RequestDelegate next, IServiceProvider services, SetupStatus status)
{
    // There is one from the first verification after the set-up: the endpoint hashes secrets, and there is no pepper before the database is prepared.
    private VerifyEndpoint? _endpoint;

    public Task InvokeAsync(HttpContext http) =>
        VerifyPaths.IsOneVerification(http) ? _endpoint?.AnswerAsync(http) ?? BeginAsync(http)
        : VerifyPaths.IsBatch(http) ? _endpoint?.AnswerBatchAsync(http) ?? BeginAsync(http)
        : next(http);

    private async Task BeginAsync(HttpContext http)
    {
        if (!await status.IsSetUpAsync(CancellationToken.None))
        {
            await next(http);
            return;
        }

        // Not from the request's own services, which would be set up for it.
        _endpoint = services.GetRequiredService<VerifyEndpoint>();
        await InvokeAsync(http);
    }
}
