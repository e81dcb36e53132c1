package cme.test.problem;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The constants of a module, and the texts that expressions with them make.
final class Constants {

    private static final String OPEN = "…";

    /// By the class and the name, such as `PlainText.EXPECTED`.
    private final Map<String, ExpressionTree> byName = new HashMap<>();

    private Constants() {}

    static Constants in(List<CompilationUnitTree> units) {
        var constants = new Constants();
        var scanner =
                new TreeScanner<@Nullable Void, String>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, String outer) {
                        return super.visitClass(type, type.getSimpleName().toString());
                    }

                    @Override
                    public @Nullable Void visitVariable(VariableTree variable, String owner) {
                        String name = variable.getName().toString();
                        if (variable.getInitializer() != null
                                && name.equals(name.toUpperCase(Locale.ROOT))) {
                            constants.byName.put(owner + "." + name, variable.getInitializer());
                        }
                        return super.visitVariable(variable, owner);
                    }
                };
        units.forEach(unit -> scanner.scan(unit, ""));
        return constants;
    }

    /// The value, if the expression is a literal or the name of one.
    ///
    /// @param owner the class that the expression is in
    Optional<String> value(Tree expression, String owner) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text ->
                    Optional.of(text);
            case LiteralTree literal when literal.getValue() != null ->
                    Optional.of(literal.getValue().toString());
            case IdentifierTree name when byName.containsKey(owner + "." + name) ->
                    value(byName.get(owner + "." + name), owner);
            default -> Optional.empty();
        };
    }

    /// The sentence that an expression makes, with `…` for what is known only when it runs.
    String sentence(Tree expression, String owner) {
        String text =
                text(expression, owner)
                        .replaceAll("%[,.0-9]*[sdn]", OPEN)
                        .replaceAll("(\\s*" + OPEN + "\\s*){2,}", " " + OPEN + " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        return text.equals(OPEN) ? "" : text;
    }

    private String text(Tree expression, String owner) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() == null -> "";
            case ParenthesizedTree inner -> text(inner.getExpression(), owner);
            case BinaryTree sum ->
                    text(sum.getLeftOperand(), owner) + text(sum.getRightOperand(), owner);
            case ConditionalExpressionTree either ->
                    text(either.getTrueExpression(), owner)
                            + " / "
                            + text(either.getFalseExpression(), owner);
            case MethodInvocationTree call
                    when call.getMethodSelect() instanceof MemberSelectTree of
                            && of.getIdentifier().contentEquals("formatted") ->
                    text(of.getExpression(), owner);
            case MemberSelectTree of when byName.containsKey(of.toString()) ->
                    text(byName.get(of.toString()), of.getExpression().toString());
            case IdentifierTree name when byName.containsKey(owner + "." + name) ->
                    text(byName.get(owner + "." + name), owner);
            default -> value(expression, owner).orElse(OPEN);
        };
    }
}
