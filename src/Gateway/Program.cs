using MemoCoach.Gateway;
using MemoCoach.Gateway.Web;
using MemoCoach.Messaging;
using MemoCoach.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceOpenApi();
builder.AddGatewayAuthentication();
builder.AddGateway();
builder.AddGatewayProxy();
builder.AddGatewayWeb();
builder.AddMessageBus();

var app = builder.Build();
app.MapServiceDefaults();
app.UseGatewayAuthentication();
app.MapGateway();
app.MapGatewayProxy();
app.MapGatewayWeb();
await app.RunAsync();
