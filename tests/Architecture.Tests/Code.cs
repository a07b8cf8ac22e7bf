using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MemoCoach.Architecture.Tests;

/// <summary>
/// One type and everything it refers to: base types, members, attributes, generic arguments and the bodies of its
/// methods, including what the compiler made of its lambdas, iterators and async methods.
/// </summary>
internal sealed record CodeType(string Namespace, string Name, TypeDefinition Definition, IReadOnlyList<Reference> References)
{
    public string FullName => $"{Namespace}.{Name}";

    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);
}

/// <param name="Assembly">The assembly that the type comes from, as the reference names it.</param>
internal sealed record Reference(string Assembly, string Namespace, string Name)
{
    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => $"{Namespace}.{Name}";
}

internal static class Code
{
    public static IReadOnlyList<CodeType> Read(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        // Reads everything now: the file is closed when this returns.
        return assembly.MainModule.Types
            .Where(type => type.Namespace.StartsWith("MemoCoach", StringComparison.Ordinal) || type.Name == "Program")
            .Select(type => new CodeType(type.Namespace, type.Name.Split('`')[0], type, ReferencesOf(type).Distinct().ToList()))
            .ToList();
    }

    private static IEnumerable<Reference> ReferencesOf(TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        found.AddRange(AttributesOf(type));
        found.AddRange(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType));
        foreach (var field in type.Fields)
        {
            found.Add(field.FieldType);
            found.AddRange(AttributesOf(field));
        }

        foreach (var property in type.Properties)
        {
            found.AddRange(AttributesOf(property));
        }

        foreach (var method in type.Methods)
        {
            found.AddRange(SignatureOf(method));
            found.AddRange(AttributesOf(method));
            if (method.HasBody)
            {
                found.AddRange(BodyOf(method.Body));
            }
        }

        return found.SelectMany(Flatten).Concat(type.NestedTypes.SelectMany(ReferencesOf));
    }

    private static IEnumerable<TypeReference?> BodyOf(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(body.Instructions.SelectMany(OperandOf));

    private static IEnumerable<TypeReference?> OperandOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod generic => [.. generic.GenericArguments, .. SignatureOf(generic)],
        MethodReference method => SignatureOf(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> SignatureOf(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> AttributesOf(ICustomAttributeProvider owner) =>
        owner.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value as TypeReference)
            .Append(attribute.AttributeType));

    private static IEnumerable<Reference> Flatten(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                yield break;
            case GenericInstanceType generic:
                foreach (var part in generic.GenericArguments.Append(generic.ElementType).SelectMany(Flatten))
                {
                    yield return part;
                }

                break;
            case TypeSpecification specification:
                foreach (var part in Flatten(specification.ElementType))
                {
                    yield return part;
                }

                break;
            default:
                var outer = type;
                while (outer.DeclaringType is { } declaring)
                {
                    outer = declaring;
                }

                yield return new Reference(AssemblyOf(outer), outer.Namespace, outer.Name.Split('`')[0]);
                break;
        }
    }

    private static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        var scope => scope.Name,
    };
}
