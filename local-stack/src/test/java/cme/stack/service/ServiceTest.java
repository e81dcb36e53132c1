package cme.stack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.process.StackFailure;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void everyServiceIsFoundByItsModule() {
        for (Service service : Service.values()) {
            assertThat(Service.ofModule(service.module())).isEqualTo(service);
        }
        assertThat(Service.CREDIT.module()).isEqualTo("credit-service");
        assertThat(Service.PORTAL.module()).isEqualTo("portal");
    }

    @Test
    void anotherModuleIsRefusedWithAllThatThereAre() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> Service.ofModule("front-end"))
                .withMessage(
                        "There is no front-end; services are catalog-service, credit-service,"
                                + " compliance-service, portal.");
    }

    @Test
    void thePortalHasNoDatabase() {
        assertThat(Service.withDatabase())
                .containsExactly(Service.CATALOG, Service.CREDIT, Service.COMPLIANCE)
                .allMatch(Service::hasDatabase);
        assertThat(Service.PORTAL.hasDatabase()).isFalse();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(Service.PORTAL::database);
    }
}
