using MemoCoach.ConfigService;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddConfig();

var app = builder.Build();
app.MapServiceDefaults();
app.MapConfig();
await app.RunAsync();
