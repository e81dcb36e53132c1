package cme.test.style;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The rules that hold for every class of a service, unless its `StyleTest` excepts it.
public enum HouseRule {
    /// HTTP belongs to resources and to the chassis; services return outcomes.
    HTTP_ONLY_IN_RESOURCES {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return noClasses()
                    .that(are(not(topLevelEnding("Resource", "Operations"))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
        }
    },
    /// Kafka belongs to the chassis. A service names its topics in one adapter each: an `XxxTopic`
    /// for what it publishes, an `XxxProjection` for what it consumes. A replay names the topic.
    KAFKA_ONLY_IN_TOPICS {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return noClasses()
                    .that(are(not(topLevelEnding("Topic", "Projection", "ReplayResource"))))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.apache.kafka..")
                                    .or(named("cme.chassis.eventlog.PublishedTopic"))
                                    .or(named("cme.chassis.projector.Projection")));
        }
    },
    /// Resources do not append events: a service does, in the transaction of the change.
    EVENTS_NOT_IN_RESOURCES {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return noClasses()
                    .that(are(topLevelEnding("Resource", "Operations")))
                    .should()
                    .dependOnClassesThat(named("cme.chassis.eventlog.EventLog"));
        }
    },
    /// A table has one way to be written.
    PANACHE_AND_JDBI_APART {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return noClasses()
                    .that(dependOn("io.quarkus.hibernate.orm.panache"))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.jdbi.."));
        }
    },
    /// Entities cross neither HTTP nor Kafka, and no record carries one out of its transaction.
    ENTITIES_STAY_INSIDE {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return classes().should(new KeepEntitiesInside());
        }
    },
    /// The clock is injected, so that tests can set it.
    TIME_FROM_THE_CLOCK {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return noClasses().should().callMethodWhere(READS_SYSTEM_TIME);
        }
    },
    /// Features depend on each other in one direction.
    FEATURES_FREE_OF_CYCLES {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return slices().matching(service + ".(*)..").should().beFreeOfCycles();
        }
    },
    /// No service uses a class of another one, or a library that is not listed.
    LISTED_LIBRARIES {
        @Override
        ArchRule of(String service, Set<String> libraries) {
            return onlyUses(libraries.toArray(String[]::new));
        }
    };

    /// The libraries that every service may use.
    static final Set<String> LIBRARIES =
            Set.of(
                    "java..",
                    "org.jspecify..",
                    "cme.chassis..",
                    "jakarta.annotation.security",
                    "jakarta.enterprise..",
                    "jakarta.inject",
                    "jakarta.persistence..",
                    "jakarta.ws.rs..",
                    "org.jboss.resteasy.reactive..",
                    "org.jboss.logging",
                    "org.eclipse.microprofile.health",
                    "org.eclipse.microprofile.openapi..",
                    "io.quarkus.hibernate.orm.panache..",
                    "io.quarkus.panache.common..",
                    "io.quarkus.arc",
                    "io.quarkus.runtime",
                    "io.quarkus.security..",
                    "io.smallrye.common.annotation",
                    "io.smallrye.config",
                    "io.micrometer.core.instrument..",
                    "org.hibernate..",
                    "org.jdbi..",
                    "com.fasterxml.jackson..");

    private static final Set<String> RANDOM =
            Set.of(
                    "java.util.Random",
                    "java.security.SecureRandom",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom");

    private static final DescribedPredicate<JavaCall<?>> READS_SYSTEM_TIME =
            describe(
                    "the system's time is read",
                    call ->
                            call.getName().equals("currentTimeMillis")
                                    || call.getName().equals("now")
                                            && isTime(call.getTargetOwner())
                                            && isWithoutClock(call)
                                    || call.getTargetOwner().getName().equals("java.time.Clock")
                                            && call.getName().startsWith("system"));

    private static final DescribedPredicate<JavaCall<?>> READS_TIME_OR_RANDOMNESS =
            describe(
                    "a clock or randomness is read",
                    call ->
                            call.getName().equals("now") && isTime(call.getTargetOwner())
                                    || Set.of(
                                                    "currentTimeMillis",
                                                    "nanoTime",
                                                    "random",
                                                    "randomUUID",
                                                    "shuffle")
                                            .contains(call.getName()));

    abstract ArchRule of(String service, Set<String> libraries);

    static ArchRule onlyUses(String... packages) {
        String[] all = new String[packages.length + 2];
        System.arraycopy(packages, 0, all, 0, packages.length);
        all[packages.length] = "java..";
        all[packages.length + 1] = "org.jspecify..";
        return classes().should().onlyDependOnClassesThat(resideInAnyPackage(all));
    }

    static ArchRule readsNoClockOrRandomness() {
        return noClasses()
                .should()
                .callMethodWhere(READS_TIME_OR_RANDOMNESS)
                .orShould()
                .dependOnClassesThat(
                        describe(
                                "are a clock or randomness",
                                one ->
                                        one.getName().equals("java.time.Clock")
                                                || RANDOM.contains(one.getName())));
    }

    private static boolean isTime(JavaClass owner) {
        return owner.getPackageName().startsWith("java.time");
    }

    private static boolean isWithoutClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe("are " + name, one -> one.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> topLevelEnding(String... endings) {
        return describe(
                "named " + String.join(" or ", endings),
                one -> {
                    String top = one.getName().split("\\$", 2)[0];
                    return Set.of(endings).stream().anyMatch(top::endsWith);
                });
    }

    private static DescribedPredicate<JavaClass> dependOn(String prefix) {
        return describe(
                "depend on " + prefix,
                one ->
                        one.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d -> d.getTargetClass().getName().startsWith(prefix)));
    }
}
