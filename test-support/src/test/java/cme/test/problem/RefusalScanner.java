package cme.test.problem;

import cme.test.problem.Callees.Callee;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Looks at the calls of one file: adds refusals, and callees that pass a parameter on.
final class RefusalScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    /// For a status or title that is known only when it runs.
    private static final String OTHER = "other";

    private final String module;
    private final Constants constants;
    private final Callees callees;
    private final Set<Refusal> refusals;
    private final Deque<ClassTree> classes = new ArrayDeque<>();
    private @Nullable MethodTree method;

    RefusalScanner(String module, Constants constants, Callees callees, Set<Refusal> refusals) {
        this.module = module;
        this.constants = constants;
        this.callees = callees;
        this.refusals = refusals;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void v) {
        classes.push(type);
        super.visitClass(type, v);
        classes.pop();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree declared, @Nullable Void v) {
        MethodTree outer = method;
        method = declared;
        super.visitMethod(declared, v);
        method = outer;
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void v) {
        Tree type =
                call.getIdentifier() instanceof ParameterizedTypeTree of
                        ? of.getType()
                        : call.getIdentifier();
        String name = type.toString().substring(type.toString().lastIndexOf('.') + 1);
        callees.find(name, call.getArguments().size())
                .filter(callee -> callee.owner().equals(name))
                .toList()
                .forEach(callee -> look(callee, call.getArguments()));
        return super.visitNewClass(call, v);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void v) {
        ExpressionTree select = call.getMethodSelect();
        boolean isQualified = select instanceof MemberSelectTree;
        String qualifier =
                select instanceof MemberSelectTree of ? of.getExpression().toString() : "";
        String name =
                select instanceof MemberSelectTree of
                        ? of.getIdentifier().toString()
                        : select.toString();
        callees.find(name, call.getArguments().size())
                .filter(
                        callee ->
                                isQualified
                                        ? callee.isStatic() == qualifier.equals(callee.owner())
                                        : isWithin(callee.owner()))
                .toList()
                .forEach(callee -> look(callee, call.getArguments()));
        return super.visitMethodInvocation(call, v);
    }

    private boolean isWithin(String owner) {
        return classes.stream().anyMatch(type -> type.getSimpleName().contentEquals(owner));
    }

    private void look(Callee callee, List<? extends ExpressionTree> arguments) {
        ExpressionTree slug = arguments.get(callee.slug());
        if (parameter(slug) >= 0) {
            callees.add(passingOn(callee, arguments));
            return;
        }
        String detail =
                callee.detail() < 0
                        ? callee.sentence()
                        : constants.sentence(arguments.get(callee.detail()), owner());
        for (String name : names(slug)) {
            refusals.add(
                    new Refusal(
                            callee.kind(),
                            name,
                            given(callee, arguments, 0).orElse(null),
                            given(callee, arguments, 2).orElse(null),
                            detail,
                            module));
        }
    }

    /// The status or title, which `Problem.of` takes beside the slug.
    private Optional<String> given(
            Callee callee, List<? extends ExpressionTree> arguments, int index) {
        return callee.owner().equals("Problem") && callee.name().equals("of")
                ? Optional.of(constants.value(arguments.get(index), owner()).orElse(OTHER))
                : Optional.empty();
    }

    private String owner() {
        return classes.getFirst().getSimpleName().toString();
    }

    private Callee passingOn(Callee callee, List<? extends ExpressionTree> arguments) {
        String owner = owner();
        int detail = callee.detail() < 0 ? -1 : parameter(arguments.get(callee.detail()));
        String sentence =
                callee.detail() < 0
                        ? callee.sentence()
                        : constants.sentence(arguments.get(callee.detail()), owner());
        return new Callee(
                callee.kind(),
                owner,
                Callees.name(method, owner),
                method.getModifiers().getFlags().contains(Modifier.STATIC),
                method.getParameters().size(),
                parameter(arguments.get(callee.slug())),
                detail,
                sentence);
    }

    /// The index of the parameter of the current method that the expression names; -1 for none.
    private int parameter(ExpressionTree expression) {
        return expression instanceof IdentifierTree name && method != null
                ? method.getParameters().stream()
                        .map(parameter -> parameter.getName())
                        .toList()
                        .indexOf(name.getName())
                : -1;
    }

    /// The slugs or codes that an expression can be: a literal, either of two, or what a method of
    /// the same class returns.
    private Set<String> names(ExpressionTree expression) {
        return switch (expression) {
            case ConditionalExpressionTree either -> {
                var names = new HashSet<>(names(either.getTrueExpression()));
                names.addAll(names(either.getFalseExpression()));
                yield names;
            }
            case MethodInvocationTree call
                    when call.getMethodSelect() instanceof IdentifierTree called ->
                    returned(called.getName().toString());
            default -> constants.value(expression, owner()).map(Set::of).orElse(Set.of());
        };
    }

    private Set<String> returned(String methodName) {
        var names = new HashSet<String>();
        classes.stream()
                .flatMap(type -> type.getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(declared -> declared.getName().contentEquals(methodName))
                .flatMap(declared -> results(declared).stream())
                .flatMap(result -> constants.value(result, owner()).stream())
                .forEach(names::add);
        return names;
    }

    /// The values that a method returns, and the cases of a switch in it.
    private static List<Tree> results(MethodTree declared) {
        var results = new ArrayList<Tree>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree returned, @Nullable Void v) {
                results.add(returned.getExpression());
                return super.visitReturn(returned, v);
            }

            @Override
            public @Nullable Void visitYield(YieldTree yielded, @Nullable Void v) {
                results.add(yielded.getValue());
                return super.visitYield(yielded, v);
            }

            @Override
            public @Nullable Void visitCase(com.sun.source.tree.CaseTree one, @Nullable Void v) {
                Stream.ofNullable(one.getBody()).forEach(results::add);
                return super.visitCase(one, v);
            }
        }.scan(declared, null);
        return results;
    }
}
