using System.Reflection;
using System.Reflection.Emit;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>Makes the request class of one method: a field for each argument and the call itself.</summary>
internal static class RequestBuilder
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string FieldOf(ParameterInfo parameter) => $"argument{parameter.Position}";

    public static bool IsOneWay(MethodInfo method) => method.ReturnType == typeof(void) || method.IsDefined(typeof(OneWayAttribute));

    public static bool IsStream(Type result) => result.IsGenericType && result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    public static Type Make(ModuleBuilder module, string name, MethodInfo method)
    {
        var root = BaseOf(method);
        var request = module.DefineType(UniqueName(module, name), TypeAttributes.Class | TypeAttributes.Public | TypeAttributes.Sealed, root);
        var parameters = method.GetParameters();
        var fields = Array.ConvertAll(parameters, parameter => request.DefineField(FieldOf(parameter), parameter.ParameterType, FieldAttributes.Public));
        MakeConstructor(request, root, method);

        var call = root.GetMethod("Call", Declared)!;
        var made = request.DefineMethod("Call", MethodAttributes.FamORAssem | MethodAttributes.Virtual | MethodAttributes.HideBySig, call.ReturnType, [typeof(object)]);
        var code = made.GetILGenerator();
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var field in fields)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, field);
        }

        code.Emit(OpCodes.Callvirt, method);
        EmitResult(code, method.ReturnType, call.ReturnType);
        code.Emit(OpCodes.Ret);
        return request.CreateType();
    }

    private static Type BaseOf(MethodInfo method)
    {
        var result = method.ReturnType;
        return IsOneWay(method) ? typeof(OneWayRequest)
            : IsStream(result) ? typeof(StreamRequest<>).MakeGenericType(result.GetGenericArguments())
            : result.IsGenericType ? typeof(Request<>).MakeGenericType(result.GetGenericArguments())
            : typeof(Request);
    }

    private static void MakeConstructor(TypeBuilder request, Type root, MethodInfo method)
    {
        var code = request.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, []).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, root.GetConstructor(Declared, [])!);
        var options = OptionsOf(method);
        if (options != MessageOptions.None)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, (int)options);
            code.Emit(OpCodes.Stfld, typeof(Message).GetField(nameof(Message.Options))!);
        }

        code.Emit(OpCodes.Ret);
    }

    private static MessageOptions OptionsOf(MethodInfo method)
    {
        if (IsStream(method.ReturnType))
        {
            return MessageOptions.None;
        }

        return (IsOneWay(method) ? MessageOptions.OneWay | MessageOptions.Unlimited : 0)
            | (method.IsDefined(typeof(ReadOnlyAttribute)) ? MessageOptions.ReadOnly : 0)
            | (method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? MessageOptions.AlwaysInterleave : 0);
    }

    private static void EmitResult(ILGenerator code, Type result, Type wanted)
    {
        if (result == wanted)
        {
            return;
        }

        if (result == typeof(void))
        {
            code.Emit(OpCodes.Call, typeof(ValueTask).GetProperty(nameof(ValueTask.CompletedTask))!.GetMethod!);
            return;
        }

        // A one-way method may return a Task<T> or a ValueTask<T>: what it answers is dropped.
        var task = result;
        if (result.IsValueType)
        {
            var local = code.DeclareLocal(result);
            code.Emit(OpCodes.Stloc, local);
            code.Emit(OpCodes.Ldloca, local);
            code.Emit(OpCodes.Call, result.GetMethod(nameof(ValueTask.AsTask))!);
            task = typeof(Task);
        }

        code.Emit(OpCodes.Newobj, wanted.GetConstructor([wanted.IsGenericType ? task : typeof(Task)])!);
    }

    private static string UniqueName(ModuleBuilder module, string name)
    {
        // Overloads share a name.
        var unique = name;
        for (var overload = 2; module.GetType(unique) is not null; overload++)
        {
            unique = $"{name}#{overload}";
        }

        return unique;
    }
}
