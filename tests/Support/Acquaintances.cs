using System.Reflection;
using System.Reflection.Emit;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// Every type that a type knows: what it derives from, its members, its attributes, and what its methods call and keep.
/// Constants leave no trace in a compiled method; <see cref="SourceFiles"/> sees those by their using lines.
/// </summary>
public static class Acquaintances
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var known = new HashSet<Type>();
        Add(known, [type.BaseType, .. type.GetInterfaces(), .. AttributesOf(type)]);
        foreach (var field in type.GetFields(Own))
            Add(known, [field.FieldType, .. AttributesOf(field)]);
        foreach (var property in type.GetProperties(Own))
            Add(known, [property.PropertyType, .. AttributesOf(property)]);
        foreach (var method in type.GetMembers(Own).OfType<MethodBase>())
            AddMethod(known, method);
        return known;
    }

    private static void AddMethod(HashSet<Type> known, MethodBase method)
    {
        Add(known, [(method as MethodInfo)?.ReturnType, .. AttributesOf(method)]);
        foreach (var parameter in method.GetParameters())
            Add(known, [parameter.ParameterType, .. AttributesOf(parameter)]);
        if (method.GetMethodBody() is not { } body)
            return;
        Add(known, body.LocalVariables.Select(local => local.LocalType));
        Add(known, body.ExceptionHandlingClauses.Where(IsCatch).Select(clause => clause.CatchType));
        foreach (var member in Mentioned(method, body.GetILAsByteArray()!))
            AddMember(known, member);
    }

    private static void AddMember(HashSet<Type> known, MemberInfo member)
    {
        Add(known, [member as Type ?? member.DeclaringType]);
        if (member is FieldInfo field)
            Add(known, [field.FieldType]);
        if (member is not MethodBase method)
            return;
        Add(known, [(method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(each => each.ParameterType)]);
        if (method.IsGenericMethod)
            Add(known, method.GetGenericArguments());
    }

    private static void Add(HashSet<Type> known, IEnumerable<Type?> types)
    {
        foreach (var type in types.OfType<Type>())
        {
            if (type.HasElementType)
                Add(known, [type.GetElementType()]);
            else if (!type.IsGenericParameter && known.Add(type) && type.IsConstructedGenericType)
                Add(known, [type.GetGenericTypeDefinition(), .. type.GetGenericArguments()]);
        }
    }

    /// <summary>The members that the instructions of a method name, read one instruction after the other.</summary>
    private static IEnumerable<MemberInfo> Mentioned(MethodBase method, byte[] il)
    {
        for (var at = 0; at < il.Length; )
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (
                code.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
                yield return Resolve(method, BitConverter.ToInt32(il, at));
            at += SizeOf(code.OperandType, il, at);
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType?.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null
        )!;

    private static int SizeOf(OperandType operand, byte[] il, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
            _ => 4,
        };

    private static bool IsCatch(ExceptionHandlingClause clause) =>
        clause.Flags is ExceptionHandlingClauseOptions.Clause && clause.CatchType is not null;

    private static IEnumerable<Type> AttributesOf(MemberInfo member) =>
        member.GetCustomAttributesData().Select(attribute => attribute.AttributeType);

    private static IEnumerable<Type> AttributesOf(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData().Select(attribute => attribute.AttributeType);
}
