namespace Orleans.Runtime;

/// <summary>Anything that can be called by a reference: a grain, or a reference to one.</summary>
public interface IAddressable;
