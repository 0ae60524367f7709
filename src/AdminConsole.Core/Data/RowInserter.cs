using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminConsole.Core.Data;

/// <summary>
/// Inserts many entities of one type, and the rows they own, by one prepared statement a table: what EF would write, at a fraction of the cost.
/// Columns and conversions come from EF's model, so that a new column cannot be forgotten here.
/// </summary>
internal sealed class RowInserter : IDisposable
{
    private readonly DbCommand _command;
    private readonly List<Column> _columns = [];
    private readonly List<(IClrPropertyGetter Rows, RowInserter Inserter)> _owned = [];
    private readonly bool _numbersItself;

    private RowInserter(DbTransaction transaction, IEntityType type)
    {
        var table = type.GetTableMappings().Single().Table;
        _command = transaction.Connection!.CreateCommand();
        _command.Transaction = transaction;
        foreach (var (column, property) in table.Columns.Select(column => (column, column.PropertyMappings.Single().Property)))
        {
            if (IsRowNumber(property))
            {
                _numbersItself = true;
                continue;
            }

            _columns.Add(new(column.Name, property, NewParameter(_columns.Count)));
        }

        _command.CommandText = InsertInto(table.Name);
        _owned.AddRange(type.GetNavigations()
            .Where(navigation => navigation.TargetEntityType.IsOwned())
            .Select(navigation => (navigation.GetGetter(), new RowInserter(transaction, navigation.TargetEntityType))));
    }

    /// <summary>For the length of the context's transaction.</summary>
    public static RowInserter For<TEntity>(ConsoleDbContext db)
        where TEntity : class =>
        new(db.Database.CurrentTransaction!.GetDbTransaction(), db.Model.FindEntityType(typeof(TEntity))!);

    public void Insert(object entity) => Insert(entity, owner: 0);

    public void Dispose()
    {
        _command.Dispose();
        _owned.ForEach(owned => owned.Inserter.Dispose());
    }

    private void Insert(object entity, long owner)
    {
        foreach (var column in _columns)
        {
            column.Parameter.Value = column.Read(entity, owner) ?? DBNull.Value;
        }

        var row = _command.ExecuteScalar() as long? ?? 0;
        foreach (var (rows, inserter) in _owned)
        {
            foreach (var child in Each(rows.GetClrValue(entity)!))
            {
                inserter.Insert(child, row);
            }
        }
    }

    private static IEnumerable Each(object owned) => owned as IEnumerable ?? new[] { owned };

    private static bool IsRowNumber(IProperty property) => property is { ValueGenerated: ValueGenerated.OnAdd } && property.ClrType == typeof(long) && property.IsPrimaryKey();

    private DbParameter NewParameter(int index)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = $"@p{index}";
        _command.Parameters.Add(parameter);
        return parameter;
    }

    private string InsertInto(string table)
    {
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", _columns.Select(column => column.Parameter.ParameterName));
        return $"INSERT INTO \"{table}\" ({names}) VALUES ({values}){(_numbersItself ? " RETURNING \"Row\"" : "")}";
    }

    /// <summary>One column, and where its value is found.</summary>
    private sealed class Column(string name, IProperty property, DbParameter parameter)
    {
        private readonly IClrPropertyGetter? _container = property.DeclaringType is IComplexType complex ? complex.ComplexProperty.GetGetter() : null;
        private readonly IClrPropertyGetter? _getter = IsOwner(property) ? null : property.GetGetter();
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;

        public DbParameter Parameter => parameter;

        /// <param name="owner">The row of the owner, for the column that refers to it.</param>
        public object? Read(object entity, long owner)
        {
            if (_getter is null)
            {
                return owner;
            }

            var container = _container is null ? entity : _container.GetClrValue(entity);
            var value = container is null ? null : _getter.GetClrValue(container);
            return value is null || _convert is null ? value : _convert(value);
        }

        private static bool IsOwner(IProperty property) => property.GetContainingForeignKeys().Any(key => key.IsOwnership);
    }
}
