namespace Orleans.Runtime;

/// <inheritdoc cref="IGrainFactory"/>
internal sealed class GrainFactory(Silo silo) : IClusterClient
{
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Create<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => Create<TGrainInterface>(GrainKey.Write(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => Create<TGrainInterface>(GrainKey.Write(primaryKey), grainClassNamePrefix);

    public TGrainInterface Create<TGrainInterface>(GrainId id) => Proxy<TGrainInterface>.Create(silo, silo.Types.Named(id.Type), id);

    private TGrainInterface Create<TGrainInterface>(string key, string? prefix)
    {
        var make = Proxy<TGrainInterface>.Create;
        var grainClass = silo.Types.Resolve(typeof(TGrainInterface), prefix);
        return make(silo, grainClass, new GrainId(grainClass.Name, key));
    }
}
