package cme.system.deploy;

import cme.stack.process.ProjectFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The gateway's configuration as directives. Quoted words lose their quotes; blocks nest.
final class NginxFile {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "#[^\\n]*|\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|[{};]|[^\\s{};]+");

    /// One directive: `listen 8080;`, or a block such as `server { ... }`.
    record Directive(List<String> words, List<Directive> block) {

        String name() {
            return words.getFirst();
        }

        /// The words behind the name.
        String value() {
            return String.join(" ", words.subList(1, words.size()));
        }

        List<Directive> all(String name) {
            return block.stream().filter(one -> one.name().equals(name)).toList();
        }

        List<String> values(String name) {
            return all(name).stream().map(Directive::value).toList();
        }

        /// This one and everything within.
        Stream<Directive> everything() {
            return Stream.concat(Stream.of(this), block.stream().flatMap(Directive::everything));
        }
    }

    private NginxFile() {}

    /// The block `http`.
    static Directive http() throws IOException {
        var text = Files.readString(ProjectFolder.find().resolve("deploy/gateway/nginx.conf"));
        var file = new Directive(List.of("file"), new ArrayList<>());
        Deque<Directive> open = new ArrayDeque<>(List.of(file));
        List<String> words = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            switch (token.group()) {
                case ";" -> {
                    open.getFirst().block().add(new Directive(List.copyOf(words), List.of()));
                    words.clear();
                }
                case "{" -> {
                    var block = new Directive(List.copyOf(words), new ArrayList<>());
                    open.getFirst().block().add(block);
                    open.addFirst(block);
                    words.clear();
                }
                case "}" -> open.removeFirst();
                case String comment when comment.startsWith("#") -> {}
                case String word -> words.add(unquoted(token, word));
            }
        }
        return file.all("http").getFirst();
    }

    /// The server that answers under the public address.
    static Directive publicServer(Directive http) {
        return http.all("server").stream()
                .filter(one -> one.values("include").contains("/tmp/gateway/host.conf"))
                .findFirst()
                .orElseThrow();
    }

    /// A location of that server.
    static Directive location(Directive http, String path) {
        return publicServer(http).all("location").stream()
                .filter(place -> place.value().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String unquoted(Matcher token, String word) {
        if (token.group(1) != null) {
            return token.group(1);
        }
        return token.group(2) == null ? word : token.group(2);
    }
}
