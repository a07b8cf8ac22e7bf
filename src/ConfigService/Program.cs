using MemoCoach.ConfigService;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication();
builder.AddServiceOpenApi();
builder.AddConfigService();
builder.AddMessageBus();

var app = builder.Build();
app.MapServiceDefaults();
app.MapServiceOpenApi();
app.MapConfigService();
await app.RunAsync();
