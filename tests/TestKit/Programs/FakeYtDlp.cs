namespace TrendGrains.TestKit.Programs;

/// <summary>A program in yt-dlp's place: a shell script of the test's own. Notes its arguments, one a line, and its environment.</summary>
public sealed class FakeYtDlp : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fake-ytdlp-");

    /// <param name="script">What it does; <c>$PROXY</c> is the address it was given, <c>$NOTES</c> a folder that outlives the run.</param>
    public FakeYtDlp(string script)
    {
        File.WriteAllText(
            Program,
            $$"""
            #!/bin/bash
            NOTES='{{folder.FullName}}'
            printf '%s\n' "$@" >"$NOTES/arguments"
            env >"$NOTES/environment"
            pwd >"$NOTES/folder"
            PROXY=$http_proxy
            {{script}}
            """.ReplaceLineEndings("\n"));
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The script needs a shell.");
        }

        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => Path.Combine(folder.FullName, "yt-dlp");

    public string[] Arguments => File.ReadAllLines(Noted("arguments"));

    public string[] Environment => File.ReadAllLines(Noted("environment"));

    public string Noted(string file) => Path.Combine(folder.FullName, file);

    public void Dispose() => folder.Delete(recursive: true);
}
