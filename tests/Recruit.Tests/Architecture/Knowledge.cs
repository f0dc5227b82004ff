using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Recruit.Tests.Architecture;

/// <summary>Which type names which, read from the compiled program: signatures, bodies and attributes. Constants leave no trace there.</summary>
public static class Knowledge
{
    /// <summary>Each type with every type outside itself that it names. What the compiler nests into a type counts as the type's own.</summary>
    public static ILookup<TypeDefinition, TypeReference> Of(AssemblyDefinition assembly)
        => (from type in assembly.MainModule.GetTypes()
            from named in NamedBy(type)
            let owner = Outermost(type)
            let target = Outermost(named)
            where target.FullName != owner.FullName
            select (owner, target)).ToLookup(pair => pair.owner, pair => pair.target);

    public static AssemblyDefinition Read(System.Reflection.Assembly assembly) => AssemblyDefinition.ReadAssembly(assembly.Location);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type)
    {
        var roots = new List<TypeReference?> { type.BaseType };
        roots.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        roots.AddRange(type.Fields.Select(field => field.FieldType));
        roots.AddRange(AttributesOf(type).Concat(type.Properties.SelectMany(AttributesOf)).Concat(type.Fields.SelectMany(AttributesOf)));
        foreach (var method in type.Methods)
        {
            roots.AddRange(AttributesOf(method));
            roots.Add(method.ReturnType);
            roots.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (method.HasBody)
                roots.AddRange(InBody(method.Body));
        }

        return roots.SelectMany(Parts).Distinct();
    }

    private static IEnumerable<TypeReference?> AttributesOf(ICustomAttributeProvider provider)
        => provider.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType));

    private static IEnumerable<TypeReference?> InBody(MethodBody body)
        => body.Variables.Select(variable => variable.VariableType)
            .Concat(body.Instructions.SelectMany(InInstruction))
            .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType));

    private static IEnumerable<TypeReference?> InInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    /// <summary>A list of arrays of X names X.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
