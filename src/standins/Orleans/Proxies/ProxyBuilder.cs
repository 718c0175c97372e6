using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;
using Orleans.Serialization;

namespace Orleans.Runtime;

/// <summary>
/// Makes, for a grain interface, the class of its references and a request class for each method.
/// A call copies its arguments into a request and sends it; the request calls the method on the grain.
/// </summary>
internal static class ProxyBuilder
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Assembly, ModuleBuilder> s_modules = new();
    private static readonly ConstructorInfo s_reference = typeof(GrainReference).GetConstructors(Declared)[0];
    private static readonly MethodInfo s_copy = typeof(DeepCopy).GetMethod(nameof(DeepCopy.Of))!;
    private static int s_made;

    public static Func<Silo, GrainClass, GrainId, TGrainInterface> Build<TGrainInterface>()
    {
        var methods = GrainInterface.MethodsOf(typeof(TGrainInterface));
        foreach (var parameter in methods.SelectMany(method => method.GetParameters()).Where(IsCopied))
        {
            SerializableTypes.Check(parameter.ParameterType);
        }

        var module = s_modules.GetOrAdd(typeof(TGrainInterface).Assembly, MakeModule);
        Type made;
        lock (module)
        {
            made = MakeProxy(module, typeof(TGrainInterface), methods);
        }

        ParameterExpression[] parameters = [Expression.Parameter(typeof(Silo)), Expression.Parameter(typeof(GrainClass)), Expression.Parameter(typeof(GrainId))];
        return Expression.Lambda<Func<Silo, GrainClass, GrainId, TGrainInterface>>(Expression.New(made.GetConstructors()[0], parameters), parameters).Compile();
    }

    private static bool IsCopied(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(CancellationToken) && !parameter.IsDefined(typeof(ImmutableAttribute));

    private static ModuleBuilder MakeModule(Assembly contracts)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName($"{contracts.GetName().Name}.GrainReferences"), AssemblyBuilderAccess.Run);
        var access = typeof(IgnoresAccessChecksToAttribute).GetConstructors()[0];
        foreach (var name in new[] { contracts, typeof(ProxyBuilder).Assembly }.Select(seen => seen.GetName().Name!).Distinct())
        {
            assembly.SetCustomAttribute(new CustomAttributeBuilder(access, [name]));
        }

        return assembly.DefineDynamicModule("Main");
    }

    private static Type MakeProxy(ModuleBuilder module, Type contract, IReadOnlyList<MethodInfo> methods)
    {
        var prefix = $"{contract.Namespace}.{Interlocked.Increment(ref s_made)}.";
        var proxy = module.DefineType($"{prefix}Proxy_{contract.Name}", TypeAttributes.Class | TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [contract]);
        Type[] signature = [typeof(Silo), typeof(GrainClass), typeof(GrainId)];
        var code = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, signature).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Call, s_reference);
        code.Emit(OpCodes.Ret);

        foreach (var method in methods)
        {
            MakeMethod(proxy, method, RequestBuilder.Make(module, $"{prefix}{method.DeclaringType!.Name}.{method.Name}", method));
        }

        return proxy.CreateType();
    }

    private static void MakeMethod(TypeBuilder proxy, MethodInfo method, Type request)
    {
        var parameters = method.GetParameters();
        var made = proxy.DefineMethod(
            $"{method.DeclaringType!.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot | MethodAttributes.HideBySig,
            method.ReturnType,
            [.. parameters.Select(parameter => parameter.ParameterType)]);
        proxy.DefineMethodOverride(made, method);

        var code = made.GetILGenerator();
        var local = code.DeclareLocal(request);
        code.Emit(OpCodes.Newobj, request.GetConstructor([])!);
        code.Emit(OpCodes.Stloc, local);
        foreach (var parameter in parameters)
        {
            code.Emit(OpCodes.Ldloc, local);
            code.Emit(OpCodes.Ldarg, (short)(parameter.Position + 1));
            if (IsCopied(parameter))
            {
                code.Emit(OpCodes.Call, s_copy.MakeGenericMethod(parameter.ParameterType));
            }

            code.Emit(OpCodes.Stfld, request.GetField(RequestBuilder.FieldOf(parameter))!);
        }

        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldloc, local);
        EmitSend(code, method, request);
        code.Emit(OpCodes.Ret);
    }

    private static void EmitSend(ILGenerator code, MethodInfo method, Type request)
    {
        var result = method.ReturnType;
        if (RequestBuilder.IsOneWay(method))
        {
            code.Emit(OpCodes.Call, SendNamed(nameof(GrainReference.SendOneWay), generic: false));
            EmitAnswer(code, result);
            return;
        }

        if (RequestBuilder.IsStream(result))
        {
            code.Emit(OpCodes.Newobj, typeof(GrainStream<>).MakeGenericType(result.GetGenericArguments()).GetConstructors()[0]);
            return;
        }

        if (Array.Find(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken)) is { } token)
        {
            code.Emit(OpCodes.Ldarg, (short)(token.Position + 1));
        }
        else
        {
            code.Emit(OpCodes.Call, typeof(CancellationToken).GetProperty(nameof(CancellationToken.None))!.GetMethod!);
        }

        var send = SendNamed(nameof(GrainReference.Send), result.IsGenericType);
        code.Emit(OpCodes.Call, result.IsGenericType ? send.MakeGenericMethod(result.GetGenericArguments()) : send);
        EmitAnswer(code, result);
    }

    private static void EmitAnswer(ILGenerator code, Type result)
    {
        if (result == typeof(void))
        {
            code.Emit(OpCodes.Pop);
        }
        else if (result.IsValueType)
        {
            var task = result.IsGenericType ? typeof(Task<>).MakeGenericType(result.GetGenericArguments()) : typeof(Task);
            code.Emit(OpCodes.Newobj, result.GetConstructor([task])!);
        }
    }

    private static MethodInfo SendNamed(string name, bool generic) =>
        typeof(GrainReference).GetMethods(Declared).Single(method => method.Name == name && method.IsGenericMethodDefinition == generic);
}
