using System.Text;
using TrendGrains.Reading.Pdf;
using TrendGrains.TestKit.Documents;
using TrendGrains.TestKit.Programs;

namespace TrendGrains.Reading.Tests.Pdf;

[Collection("poppler")]
public sealed class HostilePdfTests : IDisposable
{
    private static readonly byte[] whole = new PdfPages().Page().Text(50, 100, "One line of words").ToArray();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fake-poppler-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Without_poppler_the_reason_names_the_package()
    {
        var page = Read(whole, new Poppler(folder.FullName, TimeSpan.FromSeconds(10)));

        Assert.Equal("no-poppler", page.Problem?.Code);
        Assert.Contains("poppler-utils", page.Problem!.Sentence, StringComparison.Ordinal);
    }

    [PopplerFact]
    public void Damaged_files_give_an_answer_or_a_reason()
    {
        var reader = new PageReader();
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var times = random.Next(1, 30); times > 0; times--)
            {
                bytes[random.Next(5, bytes.Length)] = (byte)random.Next(256);
            }

            var page = reader.Read(new RawPage(null, PdfReader.MediaType, null, bytes.AsMemory(0, random.Next(20, bytes.Length)), null));
            Assert.NotEqual("parser", page.Problem?.Code);
        }
    }

    [Theory]
    [InlineData("echo 'Pages: 1'")]
    [InlineData("exit 1")]
    [InlineData("kill -KILL $$")]
    public void The_private_file_is_gone_afterwards(string end)
    {
        Program("pdfinfo", $"for file; do :; done\nstat -c '%a %n' \"$(dirname \"$file\")\" >{folder.FullName}/seen\n{end}");
        Program("pdftotext", "true");

        Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromSeconds(30)));

        var (mode, place) = (File.ReadAllText(Path.Combine(folder.FullName, "seen")).Split(' ')[0], File.ReadAllText(Path.Combine(folder.FullName, "seen")).Split(' ')[1].Trim());
        Assert.Equal("700", mode);
        Assert.False(Directory.Exists(place));
    }

    [Fact]
    public void A_program_that_never_ends_is_killed_with_what_it_started()
    {
        Program("pdfinfo", $"echo $$ >{folder.FullName}/pid\nsleep 600 & echo $! >>{folder.FullName}/pid\nwait");
        Program("pdftotext", "true");

        var page = Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromMilliseconds(700)));

        Assert.Equal("too-slow", page.Problem?.Code);
        Assert.All(File.ReadAllLines(Path.Combine(folder.FullName, "pid")), pid => Assert.False(IsAlive(pid), $"process {pid} is left"));
    }

    [Fact]
    public void Output_without_end_is_cut_and_what_there_is_is_read()
    {
        Program("pdfinfo", "echo 'Pages:           1'");
        Program("pdftotext", """
            echo '  <page width="612.0" height="792.0">'
            echo '      <block xMin="30" yMin="90" xMax="90" yMax="100">'
            yes '<line>
            <word xMin="30" yMin="90" xMax="90" yMax="100">word</word>
            </line>' 2>/dev/null
            """);

        var page = Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromSeconds(60)));

        Assert.Equal("truncated", page.Problem?.Code);
        Assert.StartsWith("word", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kill -SEGV $$", "broken")]
    [InlineData("kill -ABRT $$", "broken")]
    [InlineData("kill -BUS $$", "broken")]
    [InlineData("echo 'terminate called after throwing an instance of std::bad_alloc' >&2\nkill -ABRT $$", "too-slow")]
    [InlineData("kill -KILL $$", "too-slow")]
    [InlineData("kill -XCPU $$", "too-slow")]
    public void A_program_that_crashes_is_a_reason(string script, string code)
    {
        Program("pdfinfo", script);
        Program("pdftotext", "true");

        var problem = Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromSeconds(30))).Problem;

        Assert.Equal((code, true), (problem?.Code, problem?.IsUnreadable));
    }

    [Fact]
    public void What_a_killed_process_left_is_cleared_away_after_an_hour()
    {
        var (left, fresh, other) = (folder.CreateSubdirectory("trendgrains-pdf-left"), folder.CreateSubdirectory("trendgrains-pdf-fresh"), folder.CreateSubdirectory("other"));
        File.WriteAllText(Path.Combine(left.FullName, "page.pdf"), "%PDF-");
        left.LastWriteTimeUtc = other.LastWriteTimeUtc = TestPages.FetchedAt.AddHours(-2).UtcDateTime;
        fresh.LastWriteTimeUtc = TestPages.FetchedAt.AddMinutes(-50).UtcDateTime;

        Assert.Equal(1, PrivateFolders.Sweep(folder.FullName, TestPages.FetchedAt));
        Assert.Equal((false, true, true), (Directory.Exists(left.FullName), Directory.Exists(fresh.FullName), Directory.Exists(other.FullName)));
    }

    [Fact]
    public void A_folder_that_is_gone_already_takes_nothing_away() =>
        Assert.False(PrivateFolders.Remove(new DirectoryInfo(Path.Combine(folder.FullName, "gone"))));

    [Fact]
    public async Task No_more_than_two_programs_run_at_once()
    {
        Program("pdfinfo", $"mkdir {folder.FullName}/run.$$\nls -d {folder.FullName}/run.* | wc -l >>{folder.FullName}/running\nsleep 0.2\nrmdir {folder.FullName}/run.$$\nexit 1");
        Program("pdftotext", "true");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromSeconds(30))))));

        Assert.All(File.ReadAllLines(Path.Combine(folder.FullName, "running")), count => Assert.InRange(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), 1, 2));
    }

    [Fact]
    public void A_password_is_asked_for_in_words()
    {
        Program("pdfinfo", "echo 'Command Line Error: Incorrect password' >&2\nexit 1");
        Program("pdftotext", "true");

        Assert.Equal("encrypted", Read(whole, new Poppler($"{folder.FullName}:/usr/bin:/bin", TimeSpan.FromSeconds(30))).Problem?.Code);
    }

    [Fact]
    public void A_file_over_the_bound_is_not_written_anywhere()
    {
        var body = new byte[PageReader.MaxPdfBytes + 1];
        whole.CopyTo(body, 0);

        Assert.Equal("too-large", Read(body, Poppler.OfPath).Problem?.Code);
    }

    private static ReadPage Read(byte[] body, Poppler poppler) =>
        new PageReader { Poppler = poppler }.Read(new RawPage(null, PdfReader.MediaType, null, body, null));

    private static bool IsAlive(string pid) =>
        File.Exists($"/proc/{pid}/status") && !File.ReadAllText($"/proc/{pid}/status").Contains("State:\tZ", StringComparison.Ordinal);

    private void Program(string name, string script)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, "#!/bin/bash\nPATH=/usr/bin:/bin\n" + script.ReplaceLineEndings("\n"), new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
