using MemoCoach.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

var messaging = builder.AddRabbitMQ("messaging").WithManagementPlugin().WithDataVolume();
var postgres = builder.AddPostgres("postgres").WithDataVolume();

var gateway = builder.AddMemoCoach<Projects.Gateway>("gateway", postgres, messaging).IsThePublicDoor();
var submissions = builder.AddMemoCoach<Projects.Submissions>("submissions", postgres, messaging).TrustsTokensOf(gateway);
var evaluation = builder.AddMemoCoach<Projects.Evaluation>("evaluation", postgres, messaging).TrustsTokensOf(gateway);
var config = builder.AddMemoCoach<Projects.ConfigService>("config", postgres, messaging).TrustsTokensOf(gateway);
var maintenance = builder.AddMemoCoach<Projects.Maintenance>("maintenance", postgres, messaging).TrustsTokensOf(gateway);

// The one public door: it alone calls the services, and tells them who asks.
gateway
    .WithReference(submissions).WithReference(evaluation).WithReference(config).WithReference(maintenance)
    .WaitFor(submissions).WaitFor(evaluation).WaitFor(config).WaitFor(maintenance);

builder.Build().Run();
