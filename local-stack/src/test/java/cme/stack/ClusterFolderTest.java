package cme.stack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.postgres.DataDurability;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data of a single server and of a cluster are not mixed.
class ClusterFolderTest {
    @TempDir Path temporary;

    private DataFolder folderWith(String data) throws Exception {
        Files.createDirectories(temporary.resolve(data));
        return DataFolder.open(temporary);
    }

    @Test
    void theDataOfASingleServerAreNoCluster() throws Exception {
        var folder = folderWith("postgres");
        var options = Options.in(temporary).clustered(DataDurability.REQUIRED);
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> EngineProcesses.requireSame(options, folder))
                .withMessageContaining("has the data of a stack without --cluster");
    }

    @Test
    void theDataOfAClusterNeedACluster() throws Exception {
        var folder = folderWith("postgres-1");
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> EngineProcesses.requireSame(Options.in(temporary), folder))
                .withMessageContaining("start it with --cluster");
    }

    @Test
    void durabilityIsASettingOfACluster() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> StartCommand.of(List.of("--data-durability", "preferred")))
                .withMessage("--data-durability needs --cluster.");
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(
                        () -> StartCommand.of(List.of("--cluster", "--data-durability", "some")))
                .withMessage("Data durability is required or preferred, not some.");
    }

    @Test
    void onlyARunningClusterHasAStandbyToPromote() throws Exception {
        var command = PromoteCommand.of(List.of("--data", temporary.toString()));
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(command::run)
                .withMessageStartingWith("No cluster in " + temporary);
        folderWith("postgres-1");
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(command::run)
                .withMessageStartingWith("No stack runs on ");
    }
}
