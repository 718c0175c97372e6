using Npgsql.TypeMapping;
using Pgvector.Npgsql;

namespace Npgsql;

public static class VectorExtensions
{
    /// <summary>Teaches a data source to read and write <see cref="Pgvector.HalfVector"/>.</summary>
    public static INpgsqlTypeMapper UseVector(this INpgsqlTypeMapper mapper)
    {
        mapper.AddTypeInfoResolverFactory(new HalfVectorResolverFactory());
        return mapper;
    }
}
