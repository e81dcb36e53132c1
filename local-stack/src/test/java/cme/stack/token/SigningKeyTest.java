package cme.stack.token;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @Test
    void theKeyIsKeptForItsOwnerAlone(@TempDir Path temporary) throws Exception {
        DataFolder folder = DataFolder.open(temporary);
        Path file = folder.secrets().resolve("key.pem");

        SigningKey made = SigningKey.in(file, text -> folder.writeSecret("key.pem", text));
        SigningKey kept = SigningKey.in(file, _ -> Files.exists(Path.of("/")));

        assertThat(kept.publicKey()).isEqualTo(made.publicKey());
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.getPosixFilePermissions(folder.secrets()))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
    }
}
