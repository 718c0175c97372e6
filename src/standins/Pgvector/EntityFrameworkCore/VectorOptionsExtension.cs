using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Pgvector.EntityFrameworkCore;

/// <summary>Adds the type mapping and the translator to a context's own services.</summary>
internal sealed class VectorOptionsExtension : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => new Description(this);

    public void ApplyServices(IServiceCollection services) => new EntityFrameworkRelationalServicesBuilder(services)
        .TryAdd<IRelationalTypeMappingSourcePlugin, HalfVectorMappings>()
        .TryAdd<IMethodCallTranslatorPlugin, DistanceTranslators>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class Description(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "using vector ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Description;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["UseVector"] = "1";
    }
}
