using Orleans.Runtime;

namespace Orleans;

/// <summary>Root of every grain interface.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain found by text, taken verbatim.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>A grain found by a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;

/// <summary>A grain found by a 64-bit integer.</summary>
public interface IGrainWithIntegerKey : IGrain;
