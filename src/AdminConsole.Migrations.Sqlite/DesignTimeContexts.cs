using AdminConsole.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AdminConsole.Migrations.Sqlite;

/// <summary>What <c>dotnet ef</c> compares the model with; never opened.</summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<ConsoleDbContext>
{
    public ConsoleDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ConsoleDbContext>()
        .UseSqlite("Data Source=design-time.db", sqlite => sqlite.MigrationsAssembly(typeof(DesignTimeContexts).Assembly.GetName().Name))
        .Options);
}
