package cme.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import cme.benchmarks.result.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {

    @Test
    void aSizeThatWasMeasuredIsReadAgain(@TempDir Path folder) {
        var measured =
                new Measured(
                        2_000,
                        List.of(
                                new Cost(
                                        "a status read",
                                        "us",
                                        new Samples(List.of(3.0, 1.5)),
                                        new Spent(Map.of("postgres", 0.25), 8_192))),
                        List.of(new TableSize("credit.completion", 120_000, 30, 20, 1)),
                        List.of("A note."));

        measured.keepIn(folder);

        assertThat(Measured.at(folder, 2_000)).contains(measured);
        assertThat(Measured.at(folder, 200)).isEmpty();
    }
}
