using System.Security.Claims;
using AdminConsole.Client;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddAdminConsoleKeys();
builder.Services.AddAuthorization();

var app = builder.Build();
app.MapGet("/machines", [RequireScope("vm:read")] (ClaimsPrincipal key) => $"{key.Identity?.Name} sees the machines");
app.MapDelete("/machines/{id}", [RequireScope("vm:edit")] (string id) => $"{id} is gone");
app.Run();
