using MemoCoach.Submissions;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSubmissions();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSubmissions();
await app.RunAsync();
