package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void theListNamesEveryFile() throws IOException {
        Set<String> files =
                Stream.of("styles", "scripts", "fonts", "icons")
                        .flatMap(AssetsTest::in)
                        .collect(Collectors.toSet());
        assertThat(listed())
                .filteredOn(path -> !path.startsWith("META-INF/"))
                .hasSameElementsAs(files);
    }

    @Test
    void stylesAreJoinedInTheOrderOfTheirNames() throws IOException {
        assertThat(listed()).filteredOn(path -> path.endsWith(".css")).isSorted();
    }

    @Test
    void anAddressHoldsAHashOfTheContent() {
        var assets = new Assets();
        assertThat(assets.styles()).matches("/assets/[0-9a-f]{16}/portal\\.css");
        assertThat(assets.address("htmx.min.js")).endsWith("/htmx.min.js");
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(RESOURCES.resolve("assets.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Stream<String> in(String folder) {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(name -> !name.matches(".*(LICENSE|OFL|README).*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
