namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>Cuts where a pattern matches, or where it does not.</summary>
/// <param name="inverts">What the pattern matches is kept and what lies between counts as the match.</param>
internal sealed class PatternSplit(IPattern pattern, SplitBehavior behavior, bool inverts) : PieceCutter
{
    protected override void Cut(Workspace work, int start, int end)
    {
        var sections = work.Sections;
        sections.Clear();
        pattern.Find(work.Text[start, end], sections);
        switch (behavior)
        {
            case SplitBehavior.Removed:
                foreach (var section in sections)
                {
                    if (section.IsMatch == inverts)
                    {
                        work.Keep(start + section.Start, start + section.End);
                    }
                }
                break;
            case SplitBehavior.Isolated:
                foreach (var section in sections)
                {
                    work.Keep(start + section.Start, start + section.End);
                }
                break;
            case SplitBehavior.MergedWithNext:
                MergeWithNext(work, sections, start);
                break;
            default:
                Merge(work, sections, start);
                break;
        }
    }

    /// <summary>Contiguous joins neighbours of one kind; merged with previous joins a match to what comes before, unless that is a match too.</summary>
    private void Merge(Workspace work, List<Section> sections, int start)
    {
        var from = -1;
        var to = 0;
        var previous = false;
        foreach (var section in sections)
        {
            var isMatch = section.IsMatch != inverts;
            var joins = behavior == SplitBehavior.Contiguous ? isMatch == previous : isMatch && !previous;
            if (!joins && from >= 0)
            {
                work.Keep(start + from, start + to);
                from = -1;
            }
            if (from < 0)
            {
                from = section.Start;
            }
            to = section.End;
            previous = isMatch;
        }
        if (from >= 0)
        {
            work.Keep(start + from, start + to);
        }
    }

    /// <summary>A match is joined to what follows, unless that is a match too.</summary>
    private void MergeWithNext(Workspace work, List<Section> sections, int start)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var from = sections[i].Start;
            if (sections[i].IsMatch != inverts && i + 1 < sections.Count && sections[i + 1].IsMatch == inverts)
            {
                i++;
            }
            work.Keep(start + from, start + sections[i].End);
        }
    }
}
