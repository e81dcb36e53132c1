package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void theDefaultsAreThoseOfTheApi() {
        Ports ports = Ports.DEFAULT;
        assertThat(ports.http(Service.CATALOG)).isEqualTo(8081);
        assertThat(ports.http(Service.CREDIT)).isEqualTo(8082);
        assertThat(ports.http(Service.COMPLIANCE)).isEqualTo(8083);
        assertThat(ports.management(Service.COMPLIANCE)).isEqualTo(9083);
        assertThat(ports.http(Service.PORTAL)).isEqualTo(8084);
        assertThat(ports.management(Service.PORTAL)).isEqualTo(9084);
        assertThat(ports.signIn()).isEqualTo(8085);
        assertThat(ports.postgres()).isEqualTo(8091);
        assertThat(ports.kafka()).isEqualTo(8092);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 1023, 64496, 70000})
    void aBaseThatLeavesNoRoomIsRefused(int base) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> new Ports(base))
                .withMessage(
                        "The port base must lie between 1024 and 64495; " + base + " does not.");
    }

    @Test
    void instancesThatStartTogetherGetPortsOfTheirOwn() {
        Ports ports = Ports.free();
        int first = ports.spare(Set.of());
        assertThat(ports.spare(Set.of(first))).isNotEqualTo(first);
    }

    @Test
    void theFolderRemembersItsBase(@TempDir Path temporary) {
        DataFolder folder = DataFolder.open(temporary);
        assertThat(RememberedPorts.of(folder)).isEqualTo(Ports.DEFAULT);
        RememberedPorts.keep(folder, new Ports(18081));
        assertThat(RememberedPorts.of(folder)).isEqualTo(new Ports(18081));
    }
}
