package cme.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of the libraries of each packaged service, which `./cme test` and `./cme sbom` make,
/// says what is really in it, and that all of it may be used.
@Execution(ExecutionMode.CONCURRENT)
class SbomTest {

    /// Any of these suffices where a library offers several.
    private static final Set<String> ALLOWED =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL-1.0",
                    "EPL-2.0",
                    "FreeBSD License",
                    "MIT",
                    "MIT-0",
                    "MPL-2.0",
                    "Mozilla Public License Version 2.0",
                    "Public Domain",
                    "UPL-1.0");

    /// A library that ships newer than Quarkus brings it.
    ///
    /// @param property its version in the root pom
    /// @param isOfEverything false when the portal, which has neither database nor Kafka, lacks it
    private record Fixed(String library, String property, boolean isOfEverything) {

        boolean is(JsonNode component) {
            return library.equals(
                    component.path("group").asText() + ":" + component.path("name").asText());
        }

        String version(String pom) {
            var stated = Pattern.compile("<%1$s>(.+)</%1$s>".formatted(property)).matcher(pom);
            assertThat(stated.find()).as(property).isTrue();
            return stated.group(1);
        }
    }

    private static final List<Fixed> FIXED =
            List.of(
                    new Fixed("io.netty:netty-handler", "netty.version", true),
                    new Fixed("io.vertx:vertx-core", "vertx.version", true),
                    new Fixed(
                            "com.fasterxml.jackson.core:jackson-databind", "jackson.version", true),
                    new Fixed("org.postgresql:postgresql", "postgresql-driver.version", false),
                    new Fixed("at.yawk.lz4:lz4-java", "lz4.version", false),
                    new Fixed("org.xerial.snappy:snappy-java", "snappy.version", false));

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "credit-service", "compliance-service", "portal"})
    void everyJarThatShipsIsListedWithItsHash(String service) throws Exception {
        var listed = new TreeMap<String, String>();
        for (var component : components(service)) {
            for (var place : component.path("evidence").path("occurrences")) {
                listed.put(fileName(place.path("location").asText()), sha256(component));
            }
        }
        assertThat(shipped(service)).hasSizeGreaterThan(100).isSubsetOf(listed.entrySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "credit-service", "compliance-service", "portal"})
    void everyLibraryMayBeUsed(String service) throws IOException {
        var libraries = libraries(service);
        assertThat(libraries).hasSizeGreaterThan(100);
        assertThat(
                        libraries.stream()
                                .filter(one -> licences(one).stream().noneMatch(ALLOWED::contains))
                                .map(one -> one.path("purl").asText() + " " + licences(one)))
                .isEmpty();
    }

    /// An older one would ship if the root pom no longer managed its version.
    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "credit-service", "compliance-service", "portal"})
    void whatIsFixedSinceQuarkusShipsAsTheRootPomSays(String service) throws IOException {
        var pom = Files.readString(ProjectFolder.find().resolve("pom.xml"));
        var stated = new TreeMap<String, List<String>>();
        var shipped = new TreeMap<String, List<String>>();
        for (Fixed one : FIXED) {
            boolean ships = !service.equals("portal") || one.isOfEverything();
            stated.put(one.library(), ships ? List.of(one.version(pom)) : List.of());
            shipped.put(
                    one.library(),
                    libraries(service).stream()
                            .filter(one::is)
                            .map(library -> library.path("version").asText())
                            .toList());
        }
        assertThat(shipped).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "credit-service", "compliance-service", "portal"})
    void theListIsWhatScannersRead(String service) throws IOException {
        var list = list(service);
        assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(list.path("specVersion").asText()).matches("1\\.[5-9]");
        assertThat(libraries(service))
                .extracting(library -> library.path("purl").asText())
                .doesNotHaveDuplicates()
                .allMatch(purl -> purl.startsWith("pkg:maven/"))
                .anyMatch(purl -> purl.startsWith("pkg:maven/io.vertx/vertx-core@"));
        assertThat(list.path("dependencies").size()).isGreaterThan(100);
    }

    private static Set<Map.Entry<String, String>> shipped(String service) throws Exception {
        var libraries = target(service).resolve("quarkus-app/lib");
        try (Stream<Path> files = Files.walk(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> Map.entry(file.getFileName().toString(), sha256(file)))
                    .collect(Collectors.toSet());
        }
    }

    private static List<JsonNode> libraries(String service) throws IOException {
        return components(service).stream()
                .filter(one -> one.path("purl").asText().startsWith("pkg:maven/"))
                .filter(one -> !one.path("group").asText().equals("cme"))
                .filter(one -> one.path("evidence").path("occurrences").size() > 0)
                .toList();
    }

    private static List<JsonNode> components(String service) throws IOException {
        return list(service).path("components").valueStream().toList();
    }

    private static JsonNode list(String service) throws IOException {
        var file = target(service).resolve("quarkus-run-cyclonedx.json");
        assertThat(file).as("./cme sbom makes it").exists();
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Path target(String service) {
        return ProjectFolder.find().resolve(service).resolve("target");
    }

    private static List<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(one -> one.path("license"))
                .map(one -> one.path("id").asText(one.path("name").asText()))
                .toList();
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
    }

    private static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
