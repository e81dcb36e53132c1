package cme.test.style;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The style of one service. Declare its pure parts and its exceptions, then [#violations()] lists
/// every class that breaks a rule, and every exception that is not needed any more.
public final class HouseStyle {
    private final String service;
    private final JavaClasses classes;
    private final Set<String> libraries = new TreeSet<>(HouseRule.LIBRARIES);
    private final Map<HouseRule, Set<String>> exceptions = new EnumMap<>(HouseRule.class);
    private final List<String> violations = new ArrayList<>();

    private HouseStyle(String service, JavaClasses classes) {
        this.service = service;
        this.classes = classes;
        this.libraries.add(service + "..");
    }

    /// @param service the package of the service, such as `cme.credit`
    public static HouseStyle of(String service) {
        return new HouseStyle(
                service,
                // Tests and generated clients lie in other folders.
                new ClassFileImporter().importPath(Path.of("target", "classes")));
    }

    static HouseStyle ofClasses(String service, Class<?>... classes) {
        return new HouseStyle(service, new ClassFileImporter().importClasses(classes));
    }

    /// Allows a library that only this service uses.
    public HouseStyle library(String... packages) {
        libraries.addAll(List.of(packages));
        return this;
    }

    /// Classes that depend on Java and on each other only and read neither clock nor randomness.
    ///
    /// @param packageName with all its classes
    /// @param alsoUses further packages that it may depend on
    public HouseStyle purePackage(String packageName, String... alsoUses) {
        return pure(
                JavaClass.Predicates.resideInAPackage(packageName + ".."),
                concat(packageName + "..", alsoUses));
    }

    /// The same for single classes, which may use every class of the service.
    ///
    /// @param simpleNames of top-level classes, to which those nested in them belong
    public HouseStyle pureClasses(List<String> simpleNames, String... alsoUses) {
        simpleNames.stream()
                .filter(name -> classes.stream().noneMatch(one -> topLevel(one).equals(name)))
                .map(name -> "There is no class " + name + " to be pure.")
                .forEach(violations::add);
        return pure(named(Set.copyOf(simpleNames)), concat(service + "..", alsoUses));
    }

    private HouseStyle pure(DescribedPredicate<JavaClass> pure, String... uses) {
        violations.addAll(broken(HouseRule.onlyUses(uses), classes.that(pure)));
        violations.addAll(broken(HouseRule.readsNoClockOrRandomness(), classes.that(pure)));
        return this;
    }

    /// Top-level classes to which a rule does not apply yet, or cannot.
    public HouseStyle except(HouseRule rule, String... simpleNames) {
        exceptions.computeIfAbsent(rule, _ -> new TreeSet<>()).addAll(List.of(simpleNames));
        return this;
    }

    /// Every violation as a sentence; empty if the service keeps to the style.
    public List<String> violations() {
        if (classes.isEmpty()) {
            violations.add("There are no classes in " + service + ".");
        }
        for (HouseRule rule : HouseRule.values()) {
            Set<String> excepted = exceptions.getOrDefault(rule, Set.of());
            List<String> found = broken(rule, excepted);
            violations.addAll(found);
            excepted.stream()
                    .filter(name -> broken(rule, without(excepted, name)).equals(found))
                    .map(name -> name + " needs no exception from " + rule + " any more.")
                    .forEach(violations::add);
        }
        return List.copyOf(violations);
    }

    private List<String> broken(HouseRule rule, Set<String> excepted) {
        return broken(rule.of(service, libraries), classes.that(not(named(excepted))));
    }

    private static List<String> broken(ArchRule rule, JavaClasses checked) {
        return rule.allowEmptyShould(true).evaluate(checked).getFailureReport().getDetails();
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> others = new TreeSet<>(names);
        others.remove(name);
        return others;
    }

    private static DescribedPredicate<JavaClass> named(Set<String> simpleNames) {
        return describe("named", one -> simpleNames.contains(topLevel(one)));
    }

    private static String topLevel(JavaClass one) {
        String name = one.getName().substring(one.getName().lastIndexOf('.') + 1);
        return name.split("\\$", 2)[0];
    }

    private static String[] concat(String first, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(first);
        return all.toArray(String[]::new);
    }
}
