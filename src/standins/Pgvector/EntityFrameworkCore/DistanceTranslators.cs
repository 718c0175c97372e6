using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;

namespace Pgvector.EntityFrameworkCore;

/// <summary>Turns distances into pgvector's operators, the form that its indexes serve.</summary>
internal sealed class DistanceTranslators(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators => [new Cosine(sql, types)];

    private sealed class Cosine(ISqlExpressionFactory sql, IRelationalTypeMappingSource types) : IMethodCallTranslator
    {
        public SqlExpression? Translate(
            SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
        {
            if (method.DeclaringType != typeof(VectorDbFunctionsExtensions) || method.Name != nameof(VectorDbFunctionsExtensions.CosineDistance))
            {
                return null;
            }

            var vector = types.FindMapping(typeof(HalfVector));
            return new PgUnknownBinaryExpression(
                sql.ApplyTypeMapping(arguments[0], arguments[0].TypeMapping ?? vector),
                sql.ApplyTypeMapping(arguments[1], arguments[1].TypeMapping ?? vector),
                "<=>", typeof(double), types.FindMapping(typeof(double)));
        }
    }
}
