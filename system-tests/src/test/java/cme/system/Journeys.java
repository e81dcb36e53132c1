package cme.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the browser of this machine, one for all classes. Where there is none, tests do not
/// run, and a file says so, which `./cme test` repeats at its end.
final class Journeys implements ParameterResolver, ExecutionCondition {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Path NOT_RUN = Path.of("target", "browser-journeys-not-run");

    private record Opened(Playwright playwright, Browser browser) implements AutoCloseable {

        static Opened at(Path program) {
            // A page may wait for services that have just started.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            // Nothing is downloaded: the browser is there.
            var options = new Playwright.CreateOptions();
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            Playwright playwright = Playwright.create(options);
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(program)
                                            .setArgs(arguments()));
            return new Opened(playwright, browser);
        }

        /// The browser's own cage needs rights that root's processes do not have.
        private static List<String> arguments() {
            return "root".equals(System.getProperty("user.name"))
                    ? List.of("--no-sandbox")
                    : List.of();
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (InstalledBrowser.isRequired() || InstalledBrowser.find().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is there, or must be");
        }
        try {
            Files.createDirectories(NOT_RUN.getParent());
            Files.writeString(NOT_RUN, "Browser journeys NOT run: no browser found.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConditionEvaluationResult.disabled("no browser found");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Opened.class, _ -> open(), Opened.class)
                .browser();
    }

    private static Opened open() {
        return Opened.at(
                InstalledBrowser.find()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "CME_BROWSER=required, but no Chrome, Chromium or"
                                                        + " Edge was found.")));
    }
}
