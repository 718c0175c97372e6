using TrendGrains.Press.World;

// Until the press is served: the contract alone.
Console.WriteLine(typeof(PressWorld).Name);
