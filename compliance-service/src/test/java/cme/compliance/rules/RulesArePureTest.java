package cme.compliance.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The rules are a function of their arguments: no framework, no clock, no input or output, no
/// randomness.
class RulesArePureTest {

    private static final JavaClasses RULES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cme.compliance.rules");

    private static final ArchRule ONLY_THE_LANGUAGE =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "cme.compliance.rules",
                                            "java.lang",
                                            "java.lang.invoke",
                                            "java.lang.runtime",
                                            "java.math",
                                            "java.time",
                                            "java.time.chrono",
                                            "java.time.temporal",
                                            "java.util",
                                            "java.util.function",
                                            "java.util.stream",
                                            "org.jspecify.annotations")
                                    .or(nameMatching("java\\.text\\.Normalizer(\\$Form)?")));

    private static final ArchRule NO_CLOCK_AND_NO_CHANCE =
            noClasses()
                    .should()
                    .callMethodWhere(target(name("now")).or(target(nameMatching("random.*"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(HasName.Predicates.name("java.lang.System")))
                                    .and(target(nameMatching("currentTimeMillis|nanoTime"))))
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.(Random|SplittableRandom|UUID|Scanner)|java\\.time\\.(Clock|InstantSource)");

    @Test
    void theRulesUseNothingButTheLanguage() {
        ONLY_THE_LANGUAGE.check(RULES);
    }

    @Test
    void theRulesReadNoClockAndThrowNoDice() {
        NO_CLOCK_AND_NO_CHANCE.check(RULES);
    }

    /// Each check is proven by a class that breaks it.
    @Test
    void aClassThatReachesOutIsFound() {
        ClassFileImporter importer = new ClassFileImporter();
        assertThatThrownBy(() -> ONLY_THE_LANGUAGE.check(importer.importClasses(Yamled.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("snakeyaml");
        assertThatThrownBy(() -> NO_CLOCK_AND_NO_CHANCE.check(importer.importClasses(Today.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("now()");
        assertThatThrownBy(() -> NO_CLOCK_AND_NO_CHANCE.check(importer.importClasses(Dice.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.util.Random");
    }

    private static final class Yamled {
        Yaml yaml() {
            return new Yaml();
        }
    }

    private static final class Today {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    private static final class Dice {
        int roll() {
            return new Random(1).nextInt();
        }
    }
}
