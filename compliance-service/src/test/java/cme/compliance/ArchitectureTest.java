package cme.compliance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The dependencies that are allowed.
class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cme.compliance");

    @Test
    void theRulesKnowNothingButJava() {
        classes()
                .that()
                .resideInAPackage("cme.compliance.rules..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "cme.compliance.rules.."))
                .check(SERVICE);
    }

    @Test
    void theRulesReadNoClockAndThrowNoDice() {
        noClasses()
                .that()
                .resideInAPackage("cme.compliance.rules..")
                .should()
                .callMethodWhere(
                        describe(
                                "the time is read",
                                call ->
                                        call.getName().equals("now")
                                                || call.getName().equals("currentTimeMillis")
                                                || call.getName().equals("nanoTime")
                                                || call.getName().equals("random")
                                                || call.getName().equals("randomUUID")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Random")
                .check(SERVICE);
    }

    @Test
    void theRuleSetsKnowTheRulesAndTheirFormatOnly() {
        classes()
                .that()
                .resideInAPackage("cme.compliance.ruleset..")
                .and()
                .haveNameNotMatching(".*[.]RuleSet(Resource|View|sProducer)([$].*)?")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "org.yaml.snakeyaml..",
                                "cme.compliance.rules..",
                                "cme.compliance.ruleset.."))
                .check(SERVICE);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("cme.compliance.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void onlyResourcesKnowHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void aClassUsesPanacheOrJdbi() {
        noClasses()
                .that(
                        describe(
                                "use Panache",
                                one ->
                                        one.getDirectDependenciesFromSelf().stream()
                                                .map(d -> d.getTargetClass().getPackageName())
                                                .anyMatch(
                                                        p -> p.startsWith("io.quarkus.hibernate"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(SERVICE);
    }

    @Test
    void entitiesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void kafkaIsReachedThroughTheChassisOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(SERVICE);
    }

    @Test
    void eachTopicHasOneAdapter() {
        classes()
                .that()
                .implement(cme.chassis.projector.Projection.class)
                .should()
                .haveSimpleNameEndingWith("Projection")
                .andShould()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cme.catalog..", "cme.credit..", "cme.stack..")
                .check(SERVICE);
    }
}
