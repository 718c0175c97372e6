using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace Pgvector.Npgsql;

/// <summary>Maps <see cref="HalfVector"/> to the extension's type <c>halfvec</c>, in whichever schema that lies.</summary>
internal sealed class HalfVectorResolverFactory : PgTypeInfoResolverFactory
{
    public override IPgTypeInfoResolver CreateResolver() => new Resolver();

    public override IPgTypeInfoResolver? CreateArrayResolver() => null;

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection mappings = new();

        public Resolver() => mappings.AddType<HalfVector>(
            "halfvec", static (options, mapping, _) => mapping.CreateInfo(options, new HalfVectorConverter()), isDefault: true);

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            mappings.Find(type, dataTypeName, options);
    }
}
