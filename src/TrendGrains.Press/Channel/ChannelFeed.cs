using System.Globalization;
using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Channel;

/// <summary>The newest fifteen clips as YouTube's channel feed has them.</summary>
internal sealed class ChannelFeed(Videos videos)
{
    public const int Entries = 15;

    public string Write(DateTimeOffset now)
    {
        var channel = videos.ChannelId;
        var page = $"{videos.Root}/channel/{channel}";
        var author = new Markup(256).Add($"<author>\n<name>{videos.Outlet.Name}</name>\n<uri>{page}</uri>\n</author>");
        var xml = new Markup(24 * 1024).Add(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
            <link rel="self" href="{videos.Root}/feeds/videos.xml?channel_id={channel}"/>
            <id>yt:channel:{channel[2..]}</id>
            <yt:channelId>{channel[2..]}</yt:channelId>
            <title>{videos.Outlet.Name}</title>
            <generator>{PageHead.Generator}</generator>
            <link rel="alternate" href="{page}"/>
            {author}
            <published>{Stamp(videos.Clips.All.Count > 0 ? videos.Clips.All[0].Published.AddYears(-2) : now)}</published>

            """);
        foreach (var clip in videos.Clips.NewestAt(now).Take(Entries))
        {
            var edition = Edition.At(clip, now);
            var id = Videos.IdOf(clip);
            var views = Videos.ViewsAt(clip, now);
            xml.Add(
                $"""
                <entry>
                <id>yt:video:{id}</id>
                <yt:videoId>{id}</yt:videoId>
                <yt:channelId>{channel}</yt:channelId>
                <title>{edition.Title}</title>
                <link rel="alternate" href="{videos.Root}{videos.PathOf(clip)}"/>
                {author}
                <published>{Stamp(clip.Published)}</published>
                <updated>{Stamp(edition.Modified)}</updated>
                <media:group>
                <media:title>{edition.Title}</media:title>
                <media:content url="{videos.Root}/clips/{id}.avi" type="video/x-msvideo" duration="{clip.ClipSeconds}" width="{AviWriter.Width}" height="{AviWriter.Height}"/>
                <media:thumbnail url="{videos.Root}/vi/{id}/hqdefault.png" width="640" height="360"/>
                <media:description>{string.Join("\n\n", edition.Paragraphs)}</media:description>
                <media:community>
                <media:starRating count="{views / 25}" average="5.00" min="1" max="5"/>
                <media:statistics views="{views}"/>
                </media:community>
                </media:group>
                </entry>

                """);
        }

        return xml.Raw("</feed>\n").ToString();
    }

    private static string Stamp(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}
