package cme.stack.client;

import cme.stack.token.Tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// A token that is used again for a while: a signature costs more than most requests.
final class ReusedToken implements Supplier<String> {

    private static final Duration USED_FOR = Tokens.LIFETIME.dividedBy(3);

    private final Supplier<String> fresh;
    private String token = "";
    private Instant until = Instant.MIN;

    private ReusedToken(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    static ReusedToken of(Supplier<String> fresh) {
        return fresh instanceof ReusedToken reused ? reused : new ReusedToken(fresh);
    }

    @Override
    public synchronized String get() {
        Instant now = Instant.now();
        if (!now.isBefore(until)) {
            token = fresh.get();
            until = now.plus(USED_FOR);
        }
        return token;
    }
}
