namespace TrendGrains.Inference.External;

/// <summary>
/// The only way to the network from here: a handler that checks the address of every connection as it is made, follows no redirect
/// and keeps no cookies. The host gives the crawler's; without one no external model can be asked.
/// </summary>
/// <param name="allowPrivate">The operator said that the address may be this machine or its private network.</param>
/// <param name="connectTimeout">Until a name is resolved and a connection stands.</param>
public delegate HttpMessageHandler ExternalTransport(bool allowPrivate, TimeSpan connectTimeout);
