using MemoCoach.Maintenance;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication();
builder.AddServiceOpenApi();
builder.AddMaintenance();
builder.AddMessageBus();

var app = builder.Build();
app.MapServiceDefaults();
app.MapServiceOpenApi();
app.MapMaintenance();
await app.RunAsync();
