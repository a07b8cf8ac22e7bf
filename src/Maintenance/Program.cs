using MemoCoach.Maintenance;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMaintenance();

var app = builder.Build();
app.MapServiceDefaults();
app.MapMaintenance();
await app.RunAsync();
