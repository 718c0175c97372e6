namespace Orleans.Serialization;

/// <summary>A value of this type must not be sent: nothing says how to copy it.</summary>
public sealed class CodecNotFoundException(string message) : Exception(message);
