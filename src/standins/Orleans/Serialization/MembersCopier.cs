using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Serialization;

/// <summary>Copies the fields that travel, into an object that its parameterless constructor made, or none.</summary>
internal sealed class MembersOfClass<T>(Func<IReadOnlyList<CopiedField>> fields) : ClassCopier<T>
    where T : class
{
    private readonly Lazy<MembersCopier.CopyFields<T>> _copyFields = new(() => MembersCopier.Compile<T>(fields()));
    private readonly ConstructorInvoker? _constructor = typeof(T).IsAbstract ? null
        : typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor ? ConstructorInvoker.Create(constructor) : null;

    protected override T CopyNew(T value, CopyContext context)
    {
        var copyFields = _copyFields.Value;
        var copy = (T)(_constructor?.Invoke() ?? RuntimeHelpers.GetUninitializedObject(typeof(T)));
        context.Record(value, copy);
        copyFields(ref value, ref copy, context);
        return copy;
    }
}

/// <summary>Copies the fields of a structure that travel.</summary>
internal sealed class MembersOfStruct<T>(Func<IReadOnlyList<CopiedField>> fields) : Copier<T>
    where T : struct
{
    private readonly Lazy<MembersCopier.CopyFields<T>> _copyFields = new(() => MembersCopier.Compile<T>(fields()));

    public override T Copy(T value, CopyContext context)
    {
        var copy = default(T);
        _copyFields.Value(ref value, ref copy, context);
        return copy;
    }
}

/// <summary>A field and whether its value may be shared.</summary>
internal readonly record struct CopiedField(FieldInfo Field, bool IsImmutable);

/// <summary>Makes the code that copies fields.</summary>
internal static class MembersCopier
{
    public delegate void CopyFields<T>(ref T from, ref T to, CopyContext context);

    public static CopyFields<T> Compile<T>(IReadOnlyList<CopiedField> fields)
    {
        var method = new DynamicMethod($"Copy {typeof(T).Name}", null, [typeof(T).MakeByRefType(), typeof(T).MakeByRefType(), typeof(CopyContext)], typeof(MembersCopier).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var (field, isImmutable) in fields)
        {
            EmitTarget(code, OpCodes.Ldarg_1, typeof(T));
            EmitTarget(code, OpCodes.Ldarg_0, typeof(T));
            code.Emit(OpCodes.Ldfld, field);
            if (!isImmutable)
            {
                code.Emit(OpCodes.Ldarg_2);
                code.Emit(OpCodes.Call, typeof(Copier<>).MakeGenericType(field.FieldType).GetMethod(nameof(Copier<int>.CopyPart))!);
            }

            code.Emit(OpCodes.Stfld, field);
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<CopyFields<T>>();
    }

    private static void EmitTarget(ILGenerator code, OpCode argument, Type type)
    {
        code.Emit(argument);
        if (!type.IsValueType)
        {
            code.Emit(OpCodes.Ldind_Ref);
        }
    }
}
