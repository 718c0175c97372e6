namespace TrendGrains.Press.Templates;

internal static class WordingInEnglish
{
    public static Wording Words { get; } = new("en", "en_GB", TimeSpan.Zero)
    {
        Sections = new Dictionary<string, string>
        {
            ["economy"] = "Business", ["politics"] = "Politics", ["society"] = "National", ["world"] = "World", ["it-science"] = "Tech & Science",
            ["culture-life"] = "Life", ["sports"] = "Sport", ["entertainment"] = "Entertainment", ["other"] = "More",
        },
        Home = "Home",
        Latest = "Latest",
        Related = "Related stories",
        MostRead = "Most read",
        Sponsored = "Sponsored",
        Advertisement = "Advertisement",
        Published = "Published",
        Updated = "Updated",
        By = "By",
        Share = "Share",
        Print = "Print",
        Comments = "Comments",
        Reply = "Reply",
        Cookies = "We and our partners use cookies to remember your choices and to measure how the site is read.",
        Accept = "Accept all",
        Newsletter = "The morning in five minutes: get our newsletter.",
        Subscribe = "Sign up",
        Search = "Search",
        Older = "Older stories",
        Newer = "Newer stories",
        NotFound = "The page you are looking for is not here.",
        Rights = "All rights reserved. A synthetic newspaper: nothing in it happened.",
        About = "About us",
        Contact = "Contact",
        Privacy = "Privacy policy",
        Caption = "Illustration",
        Tags = "Topics",
        Menu = "Menu",
        BackIssues = "Back issues",
        LogIn = "Log in",
        Calendar = "Calendar",
        MostDiscussed = "Most discussed",
        AboutText =
        [
            "We are a newsroom that does not exist. Our reporters, the towns they write from and the people they quote are made up, so that software that reads newspapers can be tried without bothering a real one.",
            "Every story here follows a script. When the script says that a river rises, it rises at the same minute for every reader who starts it with the same seed.",
        ],
        ContactText = ["Letters to the editor are not read, because there is no editor. The news desk has no telephone."],
        PrivacyText =
        [
            "This site keeps no account of who reads it beyond a count of requests, which is lost when the process ends.",
            "No cookie is set. The banner about cookies is part of the scenery.",
        ],
        ReaderNames = ["Marigold77", "tolliver_b", "Hank in Dunmore", "quietcarriage", "P. Osei", "northbank", "Lena W.", "oldmill", "RiversideDad", "s_kowalczyk"],
        ReaderWords =
        [
            "Thanks for covering this, nobody else seems to bother.", "I have seen this movie before and I did not like the ending.", "Can someone explain who is paying for it?",
            "My sister works there and says it is worse than reported.", "Good piece, but the headline promises more than it gives.", "Wait a week, it will all look different.",
            "First comment on here in ten years, that is how annoyed I am.", "Read the second page of the report before you shout.", "Agreed. Every word.", "Why is this news?",
        ],
        AdvertLines =
        [
            "Doctors hate it: sleep like a teenager again", "Switch energy supplier in four clicks", "Last rooms by the lake from 49 a night", "The boots everybody in town is wearing",
            "Hearing aids so small you forget them", "Learn a language on the bus",
        ],
    };
}
