package cme.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir private Path folder;

    @Test
    void theLastComplaintIsMoreUsefulThanTheLastLine() throws Exception {
        assertThat(usefulLine("starting\nERROR no disk\n\tat some.Place(Place.java:1)\nbye\n"))
                .isEqualTo("ERROR no disk");
    }

    @Test
    void withoutAComplaintItIsTheLastLineThatSaysAnything() throws Exception {
        assertThat(usefulLine("starting\nlistening\n\n")).isEqualTo("listening");
    }

    @Test
    void ofAJsonLineTheMessageIsEnough() throws Exception {
        assertThat(
                        usefulLine(
                                "{\"level\":\"ERROR\",\"message\":\"Port is taken\",\"threadId\":3}\n"))
                .isEqualTo("Port is taken");
    }

    @Test
    void anEmptyOrMissingLogSaysSo() throws Exception {
        assertThat(usefulLine("")).isEqualTo("it wrote nothing");
        assertThat(new LogFile(folder.resolve("none")).lastUsefulLine())
                .isEqualTo("it wrote nothing");
    }

    @Test
    void theRunBeforeIsKept() throws Exception {
        LogFile log = new LogFile(folder.resolve("a.log"));
        Files.writeString(log.path(), "first run");
        log.rotate();
        assertThat(folder.resolve("a.log.1")).hasContent("first run");
        assertThat(log.path()).doesNotExist();
    }

    private String usefulLine(String content) throws Exception {
        Path file = folder.resolve("some.log");
        Files.writeString(file, content);
        return new LogFile(file).lastUsefulLine();
    }
}
