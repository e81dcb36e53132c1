package cme.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The folder of the built project, and the class path of the stack's own JVMs.
public final class ProjectFolder {
    private ProjectFolder() {}

    /// The folder named by the system property `cme.home`, else the nearest folder from the working
    /// directory upwards that holds this module.
    ///
    /// @throws StackFailure when there is none
    public static Path find() {
        String home = System.getProperty("cme.home");
        if (home != null) {
            return Path.of(home).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack/pom.xml"))) {
                return folder;
            }
        }
        throw new StackFailure("No cme project in " + here + " or above it.");
    }

    /// The jars that Maven resolved for this module without test scope, among them those of the
    /// broker and of the PostgreSQL binaries, which are on no other module's class path.
    ///
    /// @throws StackFailure when the module was not built
    public static List<Path> resolvedJars() {
        Path list = target().resolve("stack.classpath");
        try {
            return Arrays.stream(Files.readString(list).trim().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new StackFailure("Not built: " + list + " is missing. Run ./cme start.", e);
        }
    }

    /// The class path for a JVM of the stack: this module and all it needs, without the archives of
    /// PostgreSQL.
    public static String classPath() {
        Stream<Path> jars =
                resolvedJars().stream()
                        .filter(jar -> !jar.toString().contains("postgres-binaries"));
        return Stream.concat(Stream.of(target().resolve("classes")), jars)
                .map(Path::toString)
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }

    /// The build folder of this module.
    public static Path target() {
        return find().resolve("local-stack/target");
    }

    /// The `java` that runs this JVM.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
