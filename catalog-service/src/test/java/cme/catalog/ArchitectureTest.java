package cme.catalog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who may use what, as lists of what is allowed. Each rule was broken once to see it fail.
class ArchitectureTest {

    private static final JavaClasses CATALOG =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cme.catalog");

    private static void holds(ArchRule rule) {
        rule.check(CATALOG);
    }

    @Test
    void whatAnActivityIsDependsOnNothing() {
        holds(
                classes()
                        .that()
                        .resideInAPackage("cme.catalog.activity")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", "cme.catalog.activity"));
    }

    @Test
    void whatAnActivityIsReadsNoClockAndNoChance() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("cme.catalog.activity")
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
                                "io.quarkus.smallrye.openapi",
                                "io.smallrye.config..",
                                "io.smallrye.common.annotation..",
                                "org.jdbi..",
                                "com.fasterxml.jackson.."));
    }

    @Test
    void onlyTheDescriptionKnowsHowItIsMade() {
        holds(
                noClasses()
                        .that(not(resideInAPackage("cme.catalog.description")))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "io.quarkus..",
                                        "org.eclipse.microprofile.openapi.models..")));
    }

    @Test
    void httpIsSpokenInResourcesOnly() {
        holds(
                noClasses()
                        .that(not(simpleNameEndingWith("Resource")))
                        .and(not(simpleNameEndingWith("Answers")))
                        .and()
                        .doNotHaveSimpleName("Seen")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")));
    }

    @Test
    void eventsAreWrittenWhereStateIsKept() {
        holds(
                noClasses()
                        .that(not(resideInAPackage("cme.catalog.register")))
                        .and()
                        .doNotHaveSimpleName("ProviderKeeping")
                        .and()
                        .doNotHaveSimpleName("ProcedureKeeping")
                        .and()
                        .doNotHaveSimpleName("CatalogReplayResource")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("cme.chassis.eventlog", "org.apache.kafka..")));
    }

    @Test
    void featuresAreFreeOfCycles() {
        holds(slices().matching("cme.catalog.(*)..").should().beFreeOfCycles());
    }
}
