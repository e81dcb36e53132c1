package cme.test.problem;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// The methods, constructors and records that take the slug of a type or the code of a violation.
final class Callees {

    /// @param owner the class that declares it; a constructor has its name
    /// @param slug index of the parameter that takes the slug or code
    /// @param detail index of the parameter that takes the sentence; -1 when it makes the sentence
    /// @param sentence that it makes
    record Callee(
            Refusal.Kind kind,
            String owner,
            String name,
            boolean isStatic,
            int parameters,
            int slug,
            int detail,
            String sentence) {}

    private final Set<Callee> callees = new HashSet<>();

    int size() {
        return callees.size();
    }

    void add(Callee callee) {
        boolean isKnown =
                find(callee.name(), callee.parameters())
                        .anyMatch(
                                known ->
                                        known.owner().equals(callee.owner())
                                                && known.slug() == callee.slug());
        if (!isKnown) {
            callees.add(callee);
        }
    }

    Stream<Callee> find(String name, int arguments) {
        return callees.stream()
                .filter(callee -> callee.name().equals(name) && callee.parameters() == arguments);
    }

    /// Adds those that have the parameters `slug` or `code`, and `detail`.
    void addDeclared(CompilationUnitTree unit) {
        new TreeScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, String outer) {
                String name = type.getSimpleName().toString();
                if (type.getKind() == Tree.Kind.RECORD) {
                    addDeclared(name, name, true, components(type));
                }
                return super.visitClass(type, name);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, String owner) {
                boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
                addDeclared(owner, name(method, owner), isStatic, method.getParameters());
                return super.visitMethod(method, owner);
            }
        }.scan(unit, "");
    }

    static String name(MethodTree method, String owner) {
        String name = method.getName().toString();
        return name.equals("<init>") ? owner : name;
    }

    private static List<VariableTree> components(ClassTree record) {
        return record.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
    }

    private void addDeclared(
            String owner, String name, boolean isStatic, List<? extends VariableTree> parameters) {
        List<String> names = parameters.stream().map(p -> p.getName().toString()).toList();
        int detail = names.indexOf("detail");
        int slug = Math.max(names.indexOf("slug"), names.indexOf("code"));
        if (slug >= 0 && detail > slug) {
            var kind =
                    names.get(slug).equals("slug") ? Refusal.Kind.PROBLEM : Refusal.Kind.VIOLATION;
            callees.add(new Callee(kind, owner, name, isStatic, names.size(), slug, detail, ""));
        }
    }
}
