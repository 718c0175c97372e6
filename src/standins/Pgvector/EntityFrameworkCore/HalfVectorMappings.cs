using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Pgvector.EntityFrameworkCore;

/// <summary>Columns of type <c>halfvec</c> or <c>halfvec(n)</c> hold <see cref="HalfVector"/>s.</summary>
internal sealed class HalfVectorMappings : IRelationalTypeMappingSourcePlugin
{
    private const string StoreType = "halfvec";

    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) =>
        mappingInfo.ClrType == typeof(HalfVector) || (mappingInfo.ClrType is null && mappingInfo.StoreTypeNameBase == StoreType)
            ? new Mapping(mappingInfo.StoreTypeName ?? StoreType)
            : null;

    private sealed class Mapping : RelationalTypeMapping
    {
        public Mapping(string storeType)
            : base(storeType, typeof(HalfVector))
        {
        }

        private Mapping(RelationalTypeMappingParameters parameters)
            : base(parameters)
        {
        }

        protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new Mapping(parameters);

        /// <summary>A parameter's type has no dimension; a NULL needs the name all the same.</summary>
        protected override void ConfigureParameter(DbParameter parameter) => ((NpgsqlParameter)parameter).DataTypeName = StoreType;
    }
}
