using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.StandIns.Orleans.Tests.Reminders;

// The process that Reminders/KilledProcessTests kills: arguments are a database and a grain key; it writes a line for every event.
var (connectionString, key) = (args[0], args[1]);
await using var silo = await TestSilo.StartAsync(builder => builder.UsePostgres(connectionString));
Console.WriteLine("started");
if (args.Contains("register"))
{
    await silo.Grains.GetGrain<IReminderGrain>(key).RegisterAsync("durable", TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500));
    Console.WriteLine("registered");
}

await Signals.Raised($"{key} durable tick 1");
Console.WriteLine("ticked");
await Task.Delay(Timeout.Infinite, CancellationToken.None);
