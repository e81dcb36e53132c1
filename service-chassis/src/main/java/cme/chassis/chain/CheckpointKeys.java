package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The keys of this service's checkpoints: the one that signs, and former ones.
@Singleton
class CheckpointKeys {

    private final String origin;
    private final Optional<SigningKey> signing;
    private final List<VerifierKey> former;

    CheckpointKeys(
            ChassisConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.origin = application + "/event-log";
        this.signing =
                config.chain()
                        .signingKey()
                        .map(key -> SigningKey.of(application + "/" + config.chain().keyId(), key));
        this.former =
                config.chain().formerKeys().orElse(List.of()).stream()
                        .map(VerifierKey::parse)
                        .toList();
    }

    /// Names the log in its checkpoints.
    String origin() {
        return origin;
    }

    /// Empty when the service has no key and signs nothing.
    Optional<SigningKey> signing() {
        return signing;
    }

    /// The key that a note names; empty when it is unknown.
    Optional<VerifierKey> named(String name) {
        return all().filter(key -> key.name().equals(name)).findFirst();
    }

    /// True when the note is of this log and signed by one of its keys.
    boolean verify(Checkpoint checkpoint) {
        return checkpoint.origin().equals(origin)
                && SignedNote.parse(checkpoint.note()).filter(n -> n.isSignedBy(all())).isPresent();
    }

    private Stream<VerifierKey> all() {
        return Stream.concat(signing.map(SigningKey::verifier).stream(), former.stream());
    }
}
