package cme.compliance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.PrivacyTables;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PrivacyTablesTest {
    @Inject Jdbi jdbi;

    @Test
    void everyTableAndEveryColumnOfTextIsDescribed() {
        Set<String> stored =
                Set.copyOf(
                        jdbi.withHandle(
                                h ->
                                        h.createQuery(PrivacyTables.COLUMNS)
                                                .mapTo(String.class)
                                                .list()));
        assertThat(PrivacyTables.of("compliance-service"))
                .containsExactlyInAnyOrderElementsOf(stored);
    }
}
