package cme.system;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine: none is downloaded. `CME_BROWSER` names its program; with
/// `CME_BROWSER=required` tests fail where none is found, otherwise they say that they did not run.
final class InstalledBrowser {
    private static final String REQUIRED = "required";

    private static final List<String> PROGRAMS =
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "microsoft-edge",
                    "microsoft-edge-stable");

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                    Path.of("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));

    private InstalledBrowser() {}

    static boolean isRequired() {
        return REQUIRED.equals(System.getenv("CME_BROWSER"));
    }

    static Optional<Path> find() {
        String named = System.getenv("CME_BROWSER");
        if (named != null && !named.isBlank() && !named.equals(REQUIRED)) {
            return Optional.of(Path.of(named));
        }
        return Stream.concat(onThePath(), PLACES.stream()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> onThePath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return PROGRAMS.stream()
                .flatMap(
                        program ->
                                Stream.of(path.split(File.pathSeparator))
                                        .filter(folder -> !folder.isEmpty())
                                        .map(folder -> Path.of(folder, program)));
    }
}
