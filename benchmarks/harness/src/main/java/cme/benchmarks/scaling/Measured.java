package cme.benchmarks.scaling;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that was measured at one size. It is kept in a file, so that a run that was
/// interrupted at the next size need not measure it again.
record Measured(int diplomates, List<Cost> costs, List<TableSize> tables, List<String> notes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Measured {
        costs = List.copyOf(costs);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    private static Path file(Path folder, int diplomates) {
        return folder.resolve("measured-" + diplomates + ".json");
    }

    static Optional<Measured> at(Path folder, int diplomates) {
        Path file = file(folder, diplomates);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Measured.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void keepIn(Path folder) {
        try {
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(file(folder, diplomates).toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    Optional<Cost> cost(String item) {
        return costs.stream().filter(cost -> cost.item().equals(item)).findFirst();
    }

    /// Bytes of all tables and indexes, and of the topics.
    long bytes() {
        return tables.stream().mapToLong(TableSize::bytes).sum();
    }
}
