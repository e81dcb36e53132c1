package cme.chassis.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts the service, or says in a line for each reason why it does not. Whoever operates it reads
/// which setting to mend and no stack trace; that is for failures nobody foresaw.
@QuarkusMain
public class Launch {

    public static void main(String... arguments) {
        var missing = new RequiredSettings(ConfigProvider.getConfig()).problems();
        if (missing.isEmpty()) {
            Quarkus.run(null, Launch::exit, arguments);
        } else {
            refuse(missing);
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
        var reasons = StartFailure.reasons(failure);
        if (reasons.isEmpty()) {
            Logger.getLogger(Launch.class).error("The service cannot start", failure);
        }
        refuse(reasons);
    }

    /// On standard error, as the log may not have been set up.
    private static void refuse(List<String> reasons) {
        reasons.forEach(reason -> System.err.println("Cannot start: " + reason));
        System.exit(1);
    }
}
