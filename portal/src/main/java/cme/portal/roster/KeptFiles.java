package cme.portal.roster;

import cme.portal.page.PortalConfig;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Files between their upload and their posting, on the disk of this instance: a few, for a short
/// time, each for the one who sent it.
@ApplicationScoped
class KeptFiles {
    private static final int ID_BYTES = 16;
    private static final int MOST_OF_ONE = 3;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, KeptFile> files = new LinkedHashMap<>();
    private final PortalConfig config;
    private final Clock clock;
    private @Nullable Path folder;

    KeptFiles(PortalConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// A place for a new file, which is not kept yet.
    ///
    /// @return the path, whose name is the id
    synchronized Path place() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("cme-portal-");
            }
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return folder.resolve(HexFormat.of().formatHex(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps a file. The oldest of the same sender, then of all, make room.
    synchronized KeptFile keep(Path path, Function<Instant, KeptFile> made) {
        KeptFile file = made.apply(clock.instant());
        removeOld();
        removeBeyond(
                MOST_OF_ONE - 1,
                files.values().stream()
                        .filter(one -> one.subject().equals(file.subject()))
                        .toList());
        removeBeyond(config.uploads() - 1, List.copyOf(files.values()));
        files.put(path.getFileName().toString(), file);
        return file;
    }

    /// The file if it is there and this visitor's.
    synchronized Optional<KeptFile> find(String id, String subject) {
        removeOld();
        return Optional.ofNullable(files.get(id)).filter(one -> one.subject().equals(subject));
    }

    /// Keeps what was found out about a file, if it is still there.
    synchronized void change(KeptFile file) {
        files.replace(file.id(), file);
    }

    synchronized void remove(KeptFile file) {
        files.remove(file.id());
        delete(file.path());
    }

    private void removeOld() {
        Instant oldest = clock.instant().minus(config.uploadAge());
        files.values().stream()
                .filter(one -> one.keptAt().isBefore(oldest))
                .toList()
                .forEach(this::remove);
    }

    private void removeBeyond(int room, List<KeptFile> candidates) {
        candidates.stream()
                .sorted(Comparator.comparing(KeptFile::keptAt))
                .limit(Math.max(0, candidates.size() - room))
                .forEach(this::remove);
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            Log.warn("A file that was uploaded could not be deleted.", e);
        }
    }

    @PreDestroy
    synchronized void removeAll() {
        List.copyOf(files.values()).forEach(this::remove);
        if (folder != null) {
            try (Stream<Path> left = Files.list(folder)) {
                left.forEach(KeptFiles::delete);
            } catch (IOException e) {
                Log.warn("The folder of uploads could not be read.", e);
            }
            delete(folder);
        }
    }
}
