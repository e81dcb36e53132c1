package cme.test.access;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/// Webhooks for an [AccessWalk]: one of the same name for every caller that may have one, with a
/// delivery of the same event, because a caller sees only its own.
public final class SampleWebhooks {

    public static final String NAME = "access";

    /// Providers of the societies that walk.
    private static final String[] PROVIDERS = {"ASPS", Caller.ELSEWHERE};

    private static final String ADD =
            """
            with hook as (
                insert into webhook
                    (owner, name, url, types, state, disabled_at, disabled_reason, secret, last_seq,
                    recorded_at, recorded_by)
                select unnest(array[%s]), '%s', 'https://receiver.invalid/', '{}', 'DISABLED', now(),
                    'GONE', 'whsec_', 0, now(), 'test'
                on conflict (owner, name) do update set recorded_at = now()
                returning id)
            insert into webhook_delivery (webhook, event_id, type, subject, created_at, next_attempt_at)
            select id, '%s', 'test', 'test', now(), now() from hook
            """;

    private SampleWebhooks() {}

    /// The SQL that adds them. They are disabled, so that nothing is sent.
    ///
    /// @param event of the delivery
    /// @param society how a service calls the owner of a society's webhooks, before its code
    public static String sql(UUID event, String society) {
        String owners =
                Arrays.stream(PROVIDERS)
                        .map(provider -> "'" + society + provider + "'")
                        .collect(Collectors.joining(",", "'BOARD',", ""));
        return ADD.formatted(owners, NAME, event);
    }
}
