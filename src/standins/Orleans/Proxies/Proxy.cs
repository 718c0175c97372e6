namespace Orleans.Runtime;

/// <summary>The class made for one grain interface, as a function that makes references.</summary>
internal static class Proxy<TGrainInterface>
{
    private static readonly Lazy<Func<Silo, GrainClass, GrainId, TGrainInterface>> s_create = new(() => ProxyBuilder.Build<TGrainInterface>());

    public static Func<Silo, GrainClass, GrainId, TGrainInterface> Create => s_create.Value;
}
