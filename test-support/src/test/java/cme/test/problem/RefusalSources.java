package cme.test.problem;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// Finds the refusals of requests in the sources of the services.
///
/// A refusal is a call with a literal where the callee takes the slug of a type or the code of a
/// violation. The first such callees are known by the names of their parameters: `slug` or `code`
/// before `detail`. A method that passes its own parameter on is such a callee too, and so on.
final class RefusalSources {

    private static final List<String> MODULES =
            List.of("service-chassis", "catalog-service", "credit-service", "compliance-service");

    private final Map<String, List<CompilationUnitTree>> unitsByModule = new HashMap<>();
    private final Callees callees = new Callees();

    private RefusalSources() {}

    /// @param project the root folder
    static Set<Refusal> of(Path project) throws IOException {
        var sources = new RefusalSources();
        for (String module : MODULES) {
            sources.unitsByModule.put(module, parsed(project.resolve(module)));
        }
        sources.units().forEach(sources.callees::addDeclared);
        while (sources.scan(new TreeSet<>())) {
            // Another round with the callees that were found in this one.
        }
        var refusals = new TreeSet<Refusal>();
        sources.scan(refusals);
        return refusals;
    }

    /// @return true if there are new callees
    private boolean scan(Set<Refusal> refusals) {
        int known = callees.size();
        unitsByModule.forEach(
                (module, units) -> {
                    Constants constants = Constants.in(units);
                    units.forEach(
                            unit ->
                                    new RefusalScanner(module, constants, callees, refusals)
                                            .scan(unit, null));
                });
        return callees.size() > known;
    }

    private Stream<CompilationUnitTree> units() {
        return unitsByModule.values().stream().flatMap(List::stream);
    }

    private static List<CompilationUnitTree> parsed(Path module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(module.resolve("src/main/java"))) {
            var sources =
                    files.getJavaFileObjectsFromPaths(
                            paths.filter(path -> path.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The class in a file that names the file.
    static String mainClass(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> ((ClassTree) type).getSimpleName().toString())
                .findFirst()
                .orElse("");
    }
}
