package cme.chassis.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts the service, or prints one line for each reason why it cannot start, so that operators
/// see which setting to correct. Only an unexpected failure is printed with its stack trace.
@QuarkusMain
public class Launch {

    public static void main(String... arguments) {
        List<String> problems = new RequiredSettings(ConfigProvider.getConfig()).problems();
        if (problems.isEmpty()) {
            // Libraries log while the application is loaded, before the log is configured. If the
            // service cannot start then, these messages would appear between the reasons.
            LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
            Quarkus.run(null, Launch::exit, arguments);
        } else {
            refuse(problems);
        }
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure == null) {
            // In dev mode the application is started again in the same JVM.
            if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
                System.exit(code);
            }
            return;
        }
        List<String> reasons = StartFailure.reasons(failure);
        if (reasons.isEmpty()) {
            Logger.getLogger(Launch.class).error("The service cannot start", failure);
        }
        refuse(reasons);
    }

    /// Prints to standard error, because the log may not be set up yet.
    private static void refuse(List<String> reasons) {
        reasons.forEach(reason -> System.err.println("Cannot start: " + reason));
        System.exit(1);
    }
}
