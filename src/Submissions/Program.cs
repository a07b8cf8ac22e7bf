using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;
using MemoCoach.Submissions;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication();
builder.AddServiceOpenApi();
builder.AddSubmissions();
builder.AddMessageBus();

var app = builder.Build();
app.MapServiceDefaults();
app.MapServiceOpenApi();
app.MapSubmissions();
await app.RunAsync();
