using MemoCoach.Standalone.Commands;

return await MemoCoachCommand.Create().Parse(args).InvokeAsync();
