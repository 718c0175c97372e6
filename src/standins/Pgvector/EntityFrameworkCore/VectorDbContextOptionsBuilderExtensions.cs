using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Pgvector.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

public static class VectorDbContextOptionsBuilderExtensions
{
    /// <summary>
    /// Maps properties of type <see cref="Pgvector.HalfVector"/> and translates <see cref="VectorDbFunctionsExtensions"/>.
    /// A data source of one's own needs <see cref="Npgsql.VectorExtensions"/> as well.
    /// </summary>
    public static NpgsqlDbContextOptionsBuilder UseVector(this NpgsqlDbContextOptionsBuilder optionsBuilder)
    {
        var options = ((IRelationalDbContextOptionsBuilderInfrastructure)optionsBuilder).OptionsBuilder;
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(
            options.Options.FindExtension<VectorOptionsExtension>() ?? new VectorOptionsExtension());
        return optionsBuilder;
    }
}
