using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Remembers what the console took the last request for: where to, and from whom.</summary>
internal sealed class SettledRequests : IStartupFilter
{
    public string Last { get; private set; } = "";

    public void Register(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate rest) =>
        {
            await rest(context);
            var request = context.Request;
            Last = $"{request.Scheme}://{request.Host}{request.PathBase} from {context.Connection.RemoteIpAddress?.MapToIPv4()}";
        });
        next(app);
    };
}
