package cme.chassis.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/// A page of the folder `docs`, which is packed into the chassis, as HTML.
final class MarkdownPage {

    /// The pages need nothing but their own style.
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    /// The links between the pages, as they are in the folder and as they are served.
    private static final Map<String, String> SERVED =
            Map.of("api.md", "guide", "problems.md", "problems");

    private static final String HTML =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; }
            pre { background: #f4f4f4; overflow-x: auto; padding: .8rem; }
            code { font-family: ui-monospace, monospace; font-size: .9em; }
            table { border-collapse: collapse; } th, td { border: 1px solid #ccc; padding: .2rem .5rem; text-align: left; vertical-align: top; }
            :target { background: #fff3bf; }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private MarkdownPage() {}

    /// @param name of the file, such as `api.md`
    static String html(String name) {
        String markdown = read(name);
        Node page = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        String body =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .attributeProviderFactory(_ -> links())
                        .build()
                        .render(page);
        String title = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
        return HTML.formatted(title, body);
    }

    private static AttributeProvider links() {
        return (_, _, attributes) ->
                attributes.computeIfPresent(
                        "href",
                        (_, target) -> {
                            String[] parts = target.split("#", 2);
                            String served = SERVED.getOrDefault(parts[0], parts[0]);
                            return parts.length == 1 ? served : served + "#" + parts[1];
                        });
    }

    private static String read(String name) {
        try (InputStream file = MarkdownPage.class.getResourceAsStream("/guide/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The page " + name + " is not packed");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
