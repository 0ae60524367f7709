using AdminConsole.Core;
using AdminConsole.Core.Data;
using AdminConsole.Web.Account;
using AdminConsole.Web.Account.Setup;
using AdminConsole.Web.Api;
using AdminConsole.Web.Api.Verify;
using AdminConsole.Web.Commands;
using AdminConsole.Web.Features;
using AdminConsole.Web.Features.ApiReference;
using AdminConsole.Web.Hosting;
using AdminConsole.Web.Problems;
using AdminConsole.Web.Security;
using AdminConsole.Web.Shell;

if (ConsoleCommands.Handles(args))
{
    return await ConsoleCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder([ConsoleSettings.NotWatched, .. args]);
builder.AddRepositorySettings();
builder.AddLoggingDefaults();
builder.AddShortStop();
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddConsoleCore(builder.DataDirectory());
builder.AddUsageSettings();
builder.Services.AddConsoleComponents();
builder.Services.AddOperatorAccounts();
builder.Services.AddSetup();
builder.Services.AddConsolePages();
builder.Services.AddVerificationSettings();
builder.Services.AddSecuredKeySettings();
builder.Services.AddApiSettings();
builder.Services.AddVerifyEndpoint();
builder.Services.AddConsoleApi();
builder.Services.AddVendors();
builder.Services.AddProxySettings();
builder.Services.AddConsoleHealth();
builder.Services.AddExceptionHandler<ExceptionAnswers>();
builder.Services.AddProblemDetails();

var app = builder.Build();
var preparing = app.PrepareAsync();
app.UseRequestOrigin();
app.UseExceptionHandler();
app.UseVerifyEndpoint();
app.UseRouting();
app.UseSecurityHeaders();
app.UseSafeSearch();
app.UseRequestLocalization();
app.UseNotFoundPage();
app.UseSameOriginOnly();
app.UseUnmatchedRoutes();
app.UseSetupGate();
app.UseAuthentication();
app.UseAlreadySignedIn();
app.UseAuthorization();
app.UseReadableForms();
app.UseAntiforgery();
app.UseFormTokens();
app.MapStaticAssets().AllowAnonymous().AvailableBeforeSetup();
app.MapConsoleHealth();
app.MapConsoleApi();
app.MapViewerFiles();
app.MapVendors();
app.MapOperatorAccounts();
app.MapConsoleComponents();

try
{
    await preparing;
    app.AnnounceWhenStarted();
    await app.RunAsync();
    return CommandHost.Succeeded;
}
catch (ConsoleStartException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return CommandHost.Failed;
}
