using TrendGrains.Press.Hosting;

return await PressCommand.RunAsync(args);
