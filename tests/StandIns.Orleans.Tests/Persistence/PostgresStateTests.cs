using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Orleans.Tests.Persistence;

[Trait("Build", "contract")]
public sealed class PostgresStateTests(PostgresSilo silo) : StateTests, IClassFixture<PostgresSilo>
{
    [DatabaseFact]
    public Task Tells_fresh_from_written_state_and_the_next_activation_reads_it() => Tells_fresh_from_written_state_and_the_next_activation_reads_it_Async();

    [DatabaseFact]
    public Task Clearing_makes_state_fresh_and_it_can_be_written_again() => Clearing_makes_state_fresh_and_it_can_be_written_again_Async();

    [DatabaseFact]
    public Task Refuses_to_write_or_clear_over_a_newer_version() => Refuses_to_write_or_clear_over_a_newer_version_Async();

    /// <summary>The values are those of the real provider: a change of build must find the rows of the other.</summary>
    [DatabaseFact]
    public async Task Finds_its_rows_by_the_hashes_and_numbers_of_the_real_provider()
    {
        await silo.Grains.GetGrain<IPostgresStateGrain>("row/한국").WriteAsync(1).Within("a text key is written");
        await silo.Grains.GetGrain<IPostgresStateGrain>("beef").WriteAsync(1).Within("a text key that looks like a number is written");
        await silo.Grains.GetGrain<IPostgresNumberGrain>(-255).WriteAsync(1).Within("an integer key is written");
        await silo.Grains.GetGrain<IPostgresGuidGrain>(new Guid("00112233-4455-6677-8899-aabbccddeeff")).WriteAsync(1).Within("a GUID key is written");

        var rows = await silo.Database.ReadAsync<string>("""
            select string_agg(concat_ws(' ', grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, coalesce(grainidextensionstring, '-'), serviceid, version), E'\n' order by graintypestring, grainidn1)
            from orleansstorage
            where grainidextensionstring = 'row/한국' or grainidn1 <> 0
            """);

        Assert.Equal(
            """
            -1394317022 -747196292 0 0 counter row/한국 default 1
            -1725267504 -747196292 0 48879 counter - default 1
            189902723 1097524527 7383445245961249331 -4822678189205112 guid - default 1
            -1620048293 -2029327334 0 -255 number - default 1
            """.ReplaceLineEndings("\n"),
            rows);
    }

    protected override IStateGrain Grain(string key) => silo.Grains.GetGrain<IPostgresStateGrain>($"state-{key}");
}
