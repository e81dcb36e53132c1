package cme.catalog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Description;
import cme.catalog.activity.Draft;
import cme.catalog.activity.Moves;
import cme.catalog.procedure.ProcedureCode;
import cme.catalog.provider.ProviderCode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The dependencies that are allowed. Each rule was broken once to see it fail.
class ArchitectureTest {

    private static final JavaClasses CATALOG =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cme.catalog");

    private static void holds(ArchRule rule) {
        rule.check(CATALOG);
    }

    /// The sealed model of an activity, with the codes that it refers to.
    private static final DescribedPredicate<JavaClass> MODEL =
            DescribedPredicate.describe(
                    "the model of an activity",
                    type -> isModel(type.getBaseComponentType().getName()));

    private static boolean isModel(String name) {
        return Stream.of(
                        Activity.class,
                        ActivityCode.class,
                        ActivityType.class,
                        Approval.class,
                        Credits.class,
                        Description.class,
                        Draft.class,
                        Moves.class,
                        ProcedureCode.class,
                        ProviderCode.class)
                .map(Class::getName)
                .anyMatch(top -> name.equals(top) || name.startsWith(top + "$"));
    }

    @Test
    void theModelOfAnActivityDependsOnNothing() {
        holds(
                classes()
                        .that(MODEL)
                        .should()
                        .onlyDependOnClassesThat(
                                MODEL.or(resideInAnyPackage("java..", "org.jspecify.."))));
    }

    @Test
    void theModelOfAnActivityReadsNoClockAndNoRandomness() {
        holds(
                noClasses()
                        .that(MODEL)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID")
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class, Random.class));
    }

    @Test
    void timeComesFromTheClockThatIsGiven() {
        holds(noClasses().should().callMethod(Instant.class, "now"));
        holds(noClasses().should().callMethod(LocalDate.class, "now"));
    }

    @Test
    void theServiceUsesOnlyWhatIsListed() {
        holds(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "cme.catalog..",
                                "cme.chassis..",
                                "jakarta.inject..",
                                "jakarta.enterprise.inject..",
                                "jakarta.annotation.security..",
                                "jakarta.ws.rs..",
                                "org.jboss.resteasy.reactive..",
                                "org.eclipse.microprofile.openapi..",
                                "io.quarkus.hibernate.orm.panache..",
                                "io.quarkus.smallrye.openapi",
                                "jakarta.persistence..",
                                "io.smallrye.config..",
                                "io.smallrye.common.annotation..",
                                "org.jdbi..",
                                "com.fasterxml.jackson.."));
    }

    @Test
    void onlyTheDescriptionKnowsHowItIsMade() {
        holds(
                noClasses()
                        .that(not(resideInAPackage("cme.catalog.api")))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "io.quarkus.smallrye..",
                                        "org.eclipse.microprofile.openapi.models..")));
    }

    @Test
    void httpIsSpokenInResourcesOnly() {
        holds(
                noClasses()
                        .that(not(simpleNameEndingWith("Resource")))
                        .and(not(simpleNameEndingWith("Answers")))
                        .and(not(simpleNameEndingWith("Responses")))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")));
    }

    @Test
    void eventsAreWrittenWhereStateIsRecorded() {
        holds(
                noClasses()
                        .that(
                                not(
                                        resideInAnyPackage(
                                                "cme.catalog.activity",
                                                "cme.catalog.reference",
                                                "cme.catalog.operations")))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("cme.chassis.eventlog", "org.apache.kafka..")));
    }

    @Test
    void aClassWritesByPanacheOrBySql() {
        holds(
                noClasses()
                        .that(dependOn("io.quarkus.hibernate.orm.panache"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.jdbi..")));
    }

    private static DescribedPredicate<JavaClass> dependOn(String packageName) {
        return DescribedPredicate.describe(
                "depend on " + packageName,
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d ->
                                                d.getTargetClass()
                                                        .getPackageName()
                                                        .equals(packageName)));
    }

    @Test
    void featuresAreFreeOfCycles() {
        holds(slices().matching("cme.catalog.(*)..").should().beFreeOfCycles());
    }
}
