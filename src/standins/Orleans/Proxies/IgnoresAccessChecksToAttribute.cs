namespace System.Runtime.CompilerServices;

/// <summary>The runtime knows this attribute by name: classes made at run time may use internal types of that assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
