using AdminConsole.Web.Components;
using AdminConsole.Web.Security;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddConsoleComponents();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapConsoleComponents();
app.Run();
