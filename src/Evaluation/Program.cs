using MemoCoach.Evaluation;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEvaluation();

var app = builder.Build();
app.MapServiceDefaults();
app.MapEvaluation();
await app.RunAsync();
