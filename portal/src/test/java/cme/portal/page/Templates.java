package cme.portal.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Renders templates and tags with Qute alone, as strictly as the portal does.
public final class Templates {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private Templates() {}

    /// Addresses of assets are file names.
    public record FlatAssets() {
        public String address(String name) {
            return name;
        }
    }

    public record Csrf(String parameterName, String token) {}

    public static Engine engine() {
        EngineBuilder engine =
                Engine.builder()
                        .addDefaults()
                        .strictRendering(true)
                        .addValueResolver(new ReflectionValueResolver())
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .addNamespaceResolver(
                                NamespaceResolver.builder("inject")
                                        .resolve(context -> injected(context.getName()))
                                        .build())
                        .addLocator(id -> Optional.of(new HtmlFile(read(file(id)))));
        try (var tags = Files.list(RESOURCES.resolve("templates/tags"))) {
            tags.map(tag -> tag.getFileName().toString().replace(".html", ""))
                    .forEach(
                            tag ->
                                    engine.addSectionHelper(
                                            new UserTagSectionHelper.Factory(
                                                    tag, "tags/" + tag + ".html")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine.build();
    }

    private static Object injected(String name) {
        return switch (name) {
            case "assets" -> new FlatAssets();
            case "csrf" -> new Csrf("csrf-token", "token");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Path file(String id) {
        return id.startsWith("specimen/")
                ? Path.of("src/test/resources").resolve(id)
                : RESOURCES.resolve("templates").resolve(id);
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record HtmlFile(String content) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(content);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
