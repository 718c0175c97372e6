using System.Globalization;
using System.Reflection;
using TrendGrains.Benchmarks;
using TrendGrains.Benchmarks.Crawls;

if (await Roles.TryRunAsync(args) is { } status)
{
    return status;
}

// --seeds says which of the pretend press' worlds are scored.
args = Seeds.Take(args);

// Prints one Markdown table; deploy/local/bench adds what machine it was measured on.
var all = Assembly.GetExecutingAssembly().GetTypes()
    .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IBenchmark).IsAssignableFrom(t))
    .Select(t => (IBenchmark)Activator.CreateInstance(t)!)
    .OrderBy(b => b.Name, StringComparer.Ordinal)
    .ToArray();
var unknown = args.Except(all.Select(b => b.Name)).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync($"No benchmark '{unknown[0]}'; there are: {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}

Console.WriteLine("| benchmark | case | value | unit | note |");
Console.WriteLine("| --- | --- | ---: | --- | --- |");
var failed = 0;
foreach (var benchmark in all.Where(b => args.Length == 0 || args.Contains(b.Name)))
{
    try
    {
        await Console.Error.WriteLineAsync($"bench: {benchmark.Name} …");
        foreach (var row in await benchmark.RunAsync(CancellationToken.None))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Benchmark} | {row.Case} | {row.Value:#,0.###} | {row.Unit} | {row.Note} |"));
        }
    }
    catch (Exception error)
    {
        failed++;
        await Console.Error.WriteLineAsync($"bench: {benchmark.Name} failed: {error}");
    }
}

return failed == 0 ? 0 : 1;
