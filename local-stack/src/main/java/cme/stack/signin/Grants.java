package cme.stack.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Codes, and the sessions of those who are signed in, kept in memory: who was signed in when the
/// stack ended signs in once more.
final class Grants {
    static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    static final Duration SESSION_LIFETIME = Duration.ofHours(10);

    private static final int MAX_KEPT = 10_000;
    private static final int RANDOM_BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = bounded();
    private final Map<String, Session> sessions = bounded();

    /// A grant, for which the portal gets tokens once.
    record Code(Person person, AuthorizationRequest request, Instant until) {}

    /// @param id the claim `sid`
    /// @param refreshToken good for the whole session: several requests may use it at once
    record Session(String id, String refreshToken, Person person, Instant until) {}

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MAX_KEPT;
            }
        };
    }

    synchronized String code(Person person, AuthorizationRequest request) {
        String code = random();
        codes.put(code, new Code(person, request, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /// Empty the second time, and after a minute.
    synchronized Optional<Code> take(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(one -> clock.instant().isBefore(one.until));
    }

    synchronized Session open(Person person) {
        var session =
                new Session(random(), random(), person, clock.instant().plus(SESSION_LIFETIME));
        sessions.put(session.refreshToken, session);
        return session;
    }

    synchronized Optional<Session> session(String refreshToken) {
        return Optional.ofNullable(sessions.get(refreshToken))
                .filter(one -> clock.instant().isBefore(one.until));
    }

    synchronized void end(String sessionId) {
        sessions.values().removeIf(session -> session.id.equals(sessionId));
    }

    synchronized void endAll() {
        sessions.clear();
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
