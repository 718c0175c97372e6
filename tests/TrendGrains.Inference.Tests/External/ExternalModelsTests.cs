using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Tests.External;

public sealed class ExternalModelsTests
{
    [Fact]
    public void None_is_there_unless_it_is_set_up() => Assert.Empty(Models().Entries);

    [Fact]
    public void One_that_is_set_up_is_an_entry_like_the_others()
    {
        var entry = Assert.Single(Models(("llama", Good())).Entries);

        Assert.Equal(("llama", "article", "https://models.example/v1"), (entry.Name, entry.Task, entry.Source));
        Assert.Equal(["other", "article"], entry.Labels);
        Assert.True(entry.ClassifiesText);
        Assert.Null(entry.Problem);
    }

    [Fact]
    public void Another_prompt_or_model_is_another_version_and_another_price_is_not()
    {
        var version = Version(Good());

        Assert.NotEqual(version, Version(Good(o => o.Prompt = "Judge {text}")));
        Assert.NotEqual(version, Version(Good(o => o.Model = "other")));
        Assert.NotEqual(version, Version(Good(o => o.Address = "https://models.example/v2")));
        Assert.Equal(version, Version(Good(o => o.PricePer1kIn = 3)));
    }

    [Fact]
    public void A_key_that_is_not_set_is_the_model_s_problem_alone()
    {
        var entries = Models(("good", Good()), ("bad", Good(o => o.KeyVariable = "TRENDGRAINS_NO_SUCH_KEY"))).Entries;

        Assert.Equal([true, false], entries.Select(e => e.Problem is null));
        Assert.Contains("the environment variable TRENDGRAINS_NO_SUCH_KEY, which should hold its key, is not set", entries[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_without_a_way_to_the_network_says_so()
    {
        var entry = new ExternalModels(Options.Create(Configured(("llama", Good()))), TimeProvider.System).Entries[0];

        Assert.Contains("gives external models no way to the network", Assert.Throws<ModelCatalogException>(entry.ThrowIfBroken).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<ExternalModelOptions>, string> Wrong => new()
    {
        { "no address", o => o.Address = "", "Address" },
        { "no URL", o => o.Address = "localhost", "no http or https URL" },
        { "a file", o => o.Address = "file:///etc/passwd", "no http or https URL" },
        { "a password", o => o.Address = "https://me:secret@models.example/v1", "carries a user name or password" },
        { "a key in the clear", o => (o.Address, o.KeyVariable) = ("http://models.example/v1", "KEY"), "a key is sent over https only" },
        { "a key in the clear to a public address", o => (o.Address, o.KeyVariable, o.AllowPrivate) = ("http://8.8.8.8/v1", "KEY", true), "a key is sent over https only" },
        { "a key in the clear to a name", o => (o.Address, o.KeyVariable, o.AllowPrivate) = ("http://models.example/v1", "KEY", true), "a key is sent over https only" },
        { "a key in the clear to what looks like one's own", o => (o.Address, o.KeyVariable, o.AllowPrivate) = ("http://127.0.0.1.models.example/v1", "KEY", true), "a key is sent over https only" },
        { "a key in the clear to this machine unasked", o => (o.Address, o.KeyVariable) = ("http://127.0.0.1/v1", "KEY"), "a key is sent over https only" },
        { "a task", o => o.Task = "poetry", "the task 'poetry' is unknown; there are: topic, tone" },
        { "no dimension", o => o.Task = "text-embedding", "needs Dimension" },
        { "one label", o => o.Labels = ["a"], "Labels are two or more" },
        { "a label twice", o => o.Labels = ["a", "A"], "each once" },
        { "a prompt", o => o.Prompt = "Judge this", "Prompt has no {text}" },
        { "extra", o => o.Extra = "[1]", "Extra is no JSON object" },
        { "a number", o => o.Concurrency = 0, "Concurrency" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_set_up_wrongly_stops_the_host_and_names_the_model(string what, Action<ExternalModelOptions> change, string reason)
    {
        using var services = new ServiceCollection().AddInference().Configure<ExternalModelsOptions>(o => o.Models["llama"] = Good(change)).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ExternalModels:llama: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("http://localhost:8080/v1")]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("http://[::ffff:10.1.2.3]/v1")]
    [InlineData("http://192.168.1.2/v1")]
    [InlineData("http://[fd00::1]/v1")]
    public void A_key_may_go_in_the_clear_where_nobody_is_in_between(string address)
    {
        var options = Good(o => (o.Address, o.KeyVariable, o.AllowPrivate) = (address, "KEY", true));
        using var services = new ServiceCollection().AddInference().Configure<ExternalModelsOptions>(o => o.Models["llama"] = options).BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(address, Assert.Single(services.GetRequiredService<ExternalModels>().Entries).Source);
    }

    private static string Version(ExternalModelOptions options) => Models(("m", options)).Entries[0].Version;

    private static ExternalModelOptions Good(Action<ExternalModelOptions>? change = null)
    {
        var options = new ExternalModelOptions { Task = "article", Address = "https://models.example/v1?secret=1", Model = "llama3.2" };
        change?.Invoke(options);
        return options;
    }

    private static ExternalModels Models(params (string Name, ExternalModelOptions Options)[] models) =>
        new(Options.Create(Configured(models)), TimeProvider.System, (_, _) => new SocketsHttpHandler());

    private static ExternalModelsOptions Configured(params (string Name, ExternalModelOptions Options)[] models)
    {
        var options = new ExternalModelsOptions();
        foreach (var (name, model) in models)
        {
            options.Models[name] = model;
        }
        return options;
    }
}
