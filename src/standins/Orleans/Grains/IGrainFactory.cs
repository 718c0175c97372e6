namespace Orleans;

/// <summary>Makes references; asking for one starts nothing.</summary>
public interface IGrainFactory
{
    /// <param name="primaryKey">Neither null nor blank.</param>
    /// <param name="grainClassNamePrefix">Start of the class's full name, to choose between two implementations.</param>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey;

    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;
}

/// <summary>The factory as a client of the cluster sees it.</summary>
public interface IClusterClient : IGrainFactory;
