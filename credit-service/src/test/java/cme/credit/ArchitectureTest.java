package cme.credit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cme.credit");

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("cme.credit.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void onlyResourcesAndWhatServesThemKnowOfHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .doNotHaveSimpleName("RosterForm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
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
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cme.catalog..", "cme.compliance..", "cme.stack..")
                .check(SERVICE);
    }

    @Test
    void judgingTouchesNoDatabaseAndNoClock() {
        classes()
                .that()
                .haveSimpleName("PostingRules")
                .or()
                .haveSimpleName("CompletionChecks")
                .or()
                .haveSimpleName("CompletionForm")
                .or()
                .haveSimpleName("IdentityMatch")
                .or()
                .haveSimpleName("NameFolding")
                .or()
                .haveSimpleName("Credits")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.time",
                        "java.time.format",
                        "java.text",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation",
                        "cme.chassis.json..",
                        "cme.chassis.problem..",
                        "cme.credit..")
                .check(SERVICE);
    }
}
