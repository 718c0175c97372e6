using System.Collections.Concurrent;
using TrendGrains.Press.Sites;

namespace TrendGrains.Press.SideDoor;

/// <summary>Counts what each outlet was asked, for those who want to know how politely.</summary>
internal sealed class RequestLedger
{
    private readonly ConcurrentDictionary<string, Page> pages = new();

    public Entry Enter(string outlet, string path) => new(pages.GetOrAdd(outlet, _ => new Page()), path);

    public RequestCounts[] Counts() => [.. pages.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Counts(p.Key))];

    internal readonly struct Entry : IDisposable
    {
        private readonly Page page;

        public Entry(Page page, string path)
        {
            this.page = page;
            page.Begin(path);
        }

        public void Leave(int status) => page.Count(status);

        public void Dispose() => page.End();
    }

    internal sealed class Page
    {
        private readonly Lock gate = new();
        private readonly SortedDictionary<int, int> byStatus = [];
        private int underWay;
        private int atOnce;
        private int disallowed;
        private int asked;

        public void Begin(string path)
        {
            lock (gate)
            {
                asked++;
                atOnce = Math.Max(atOnce, ++underWay);
                disallowed += RobotsFile.Disallowed.Any(d => path.StartsWith(d, StringComparison.Ordinal)) ? 1 : 0;
            }
        }

        public void Count(int status)
        {
            lock (gate)
            {
                byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
            }
        }

        public void End()
        {
            lock (gate)
            {
                underWay--;
            }
        }

        public RequestCounts Counts(string outlet)
        {
            lock (gate)
            {
                return new(outlet, asked, byStatus.ToDictionary(s => s.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), s => s.Value), atOnce, disallowed);
            }
        }
    }
}
