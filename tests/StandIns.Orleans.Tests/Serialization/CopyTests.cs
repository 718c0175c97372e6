using Orleans.Serialization;
using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Serialization;

[Trait("Build", "contract")]
public sealed class CopyTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Neither_side_sees_what_the_other_changes_later()
    {
        var grain = silo.Grains.GetGrain<IKeeperGrain>("isolated");
        List<int> mine = [1, 2];

        await grain.KeepAsync(mine).Within("the grain keeps the list");
        mine.Add(3);
        var theirs = await grain.KeptAsync().Within("the grain answers");
        Assert.Equal([1, 2], theirs);
        theirs.Add(4);

        Assert.Equal([1, 2], await grain.KeptAsync().Within("the grain answers again"));
    }

    [Fact]
    public async Task Shares_what_is_declared_immutable()
    {
        var list = new FixedList([1]);
        KeeperGrain.Sent = list;

        Assert.True(await silo.Grains.GetGrain<IKeeperGrain>("immutable").IsSameAsync(list).Within("the grain answers"));
    }

    [Fact]
    public async Task Sends_the_numbered_members_of_a_class_and_of_its_base()
    {
        var grain = silo.Grains.GetGrain<IKeeperGrain>("members");
        var sent = new DatedNote { Text = "a", Tags = ["x", "y"], Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)), NotSent = "changed" };
        sent.Next = sent;

        var received = Assert.IsType<DatedNote>(await grain.EchoAsync(sent).Within("the grain answers"));

        Assert.NotSame(sent, received);
        Assert.NotSame(sent.Tags, received.Tags);
        Assert.Equal(("a", sent.Date, "as constructed"), (received.Text, received.Date, received.NotSent));
        Assert.Equal(["x", "y"], received.Tags);
        Assert.Same(received, received.Next);
    }

    [Fact]
    public async Task Sends_records_with_their_primary_constructor_parameters()
    {
        var grain = silo.Grains.GetGrain<IKeeperGrain>("records");
        var point = new Point(7, [1, 2]) { Weights = new() { ["a"] = 0.5, ["b"] = null } };
        var span = new Span(TimeSpan.FromSeconds(3), new Uri("https://example.org/"), (1, "one"));

        var received = await grain.EchoPointAsync(point).Within("the grain answers");

        Assert.Equal(7, received.X);
        Assert.Equal([1, 2], received.Path);
        Assert.NotSame(point.Path, received.Path);
        Assert.Equal(point.Weights, received.Weights);
        Assert.Equal(span, await grain.EchoSpanAsync(span).Within("the grain answers with a structure"));
    }

    [Fact]
    public async Task Sends_a_list_behind_an_interface()
    {
        var notes = await silo.Grains.GetGrain<IKeeperGrain>("interface").EchoListAsync([new Note { Text = "a" }, new DatedNote { Text = "b" }]).Within("the grain answers");

        Assert.Equal(["a", "b"], notes.Select(note => note.Text));
        Assert.IsType<DatedNote>(notes[1]);
    }

    public static TheoryData<object?> Values() =>
    [
        null, true, 'x', 1.5, 2.5m, 3L, "text", Guid.Empty, Colour.Green, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromDays(1),
        new Uri("https://example.org/"), new byte[] { 1, 2 }, new List<string> { "a" }, new HashSet<int> { 1 }, new Dictionary<string, int> { ["a"] = 1 },
        new Queue<int>([1, 2]), (1, "a"), new Version(1, 2), new[] { "a" }, new KeyValuePair<string, int>("a", 1), new DateOnly(2026, 1, 1),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Sends_a_value_of_any_known_kind(object? value) =>
        Assert.Equal(value, await silo.Grains.GetGrain<IKeeperGrain>("values").EchoObjectAsync(value).Within("the grain answers"));

    [Fact]
    public async Task Refuses_a_type_without_GenerateSerializer()
    {
        var grain = silo.Grains.GetGrain<IKeeperGrain>("refused");

        await Assert.ThrowsAsync<CodecNotFoundException>(() => silo.Grains.GetGrain<IUnmarkedGrain>("a").TakeAsync(new()).Within("an argument is refused"));
        await Assert.ThrowsAsync<CodecNotFoundException>(() => silo.Grains.GetGrain<IUnmarkedPartGrain>("a").TakeAsync([new()]).Within("an argument is refused for its part"));
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.EchoObjectAsync(new { Anonymous = 1 }).Within("an anonymous type is refused"));
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.EchoObjectAsync(new Holder { Content = new Unmarked() }).Within("a member is refused"));
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.AnswerUnmarkedAsync().Within("a result is refused"));
    }

    [Fact]
    public async Task Sends_references_to_grains()
    {
        var other = silo.Grains.GetGrain<IEchoGrain>("other");

        Assert.Equal("through a reference", await silo.Grains.GetGrain<IKeeperGrain>("references").CallAsync(other).Within("the grain calls the other"));
    }
}
