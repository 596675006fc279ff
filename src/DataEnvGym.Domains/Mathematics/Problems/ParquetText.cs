using System.Globalization;
using System.Numerics;
using Parquet.Data;
using Parquet.Schema;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Columns of a Parquet table as texts.</summary>
internal static class ParquetText
{
    private static readonly Dictionary<Type, Func<RawColumnData, bool, IEnumerable<string>>> Plain = new()
    {
        [typeof(ReadOnlyMemory<char>)] = Column<ReadOnlyMemory<char>>(text => text.ToString()),
        [typeof(sbyte)] = Whole<sbyte>(),
        [typeof(byte)] = Whole<byte>(),
        [typeof(short)] = Whole<short>(),
        [typeof(ushort)] = Whole<ushort>(),
        [typeof(int)] = Whole<int>(),
        [typeof(uint)] = Whole<uint>(),
        [typeof(long)] = Whole<long>(),
        [typeof(ulong)] = Whole<ulong>(),
        // The reader leaves out the zeros that only the column's scale asks for.
        [typeof(decimal)] = Column<decimal>(number => number.ToString(CultureInfo.InvariantCulture)),
        [typeof(float)] = Fraction<float>(),
        [typeof(double)] = Fraction<double>(),
    };

    /// <summary>Whether a column has one text or number in each row.</summary>
    public static bool IsPlain(Field field) => field is DataField { IsArray: false } data && Plain.ContainsKey(data.ClrType);

    /// <summary>What stands in a column that is not plain, in words.</summary>
    public static string KindOf(Field field) => field switch
    {
        ListField or DataField { IsArray: true } => "a list",
        MapField => "a map",
        StructField => "a group of fields",
        DataField { ClrType: var type } when type == typeof(bool) => "a truth value",
        DataField { ClrType: var type } when type == typeof(ReadOnlyMemory<byte>) => "bytes",
        DataField data => $"a {data.ClrType.Name}",
        _ => $"a {field.SchemaType}",
    };

    /// <summary>The values of a plain column, in order; an empty text where there is none.</summary>
    public static string[] Of(RawColumnData column, DataField field) => [.. Plain[field.ClrType](column, field.IsNullable)];

    private static Func<RawColumnData, bool, IEnumerable<string>> Whole<T>()
        where T : struct, IBinaryInteger<T> => Column<T>(number => number.ToString(null, CultureInfo.InvariantCulture));

    // What is missing in a column of whole numbers often came as NaN.
    private static Func<RawColumnData, bool, IEnumerable<string>> Fraction<T>()
        where T : struct, IFloatingPointIeee754<T> => Column<T>(number => T.IsNaN(number) ? "" : number.ToString(null, CultureInfo.InvariantCulture));

    private static Func<RawColumnData, bool, IEnumerable<string>> Column<T>(Func<T, string> text)
        where T : struct => (column, nullable) => column is not RawColumnData<T> values ? throw new InvalidDataException($"a column of {typeof(T).Name} holds something else")
            : nullable ? values.NullableValues.Select(value => value is { } given ? text(given) : "")
            : [.. values.Values.ToArray().Select(text)];
}
