using MemoCoach.Evaluation;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication();
builder.AddServiceOpenApi();
builder.AddEvaluation();
builder.AddMessageBus();

var app = builder.Build();
app.MapServiceDefaults();
app.MapServiceOpenApi();
app.MapEvaluation();
await app.RunAsync();
