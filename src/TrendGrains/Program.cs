using TrendGrains.Commands;

return await CommandLine.RunAsync(args);
