package cme.compliance.diplomate;

import static cme.compliance.diplomate.Rows.instant;

import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The revisions about one diplomate that came in after an answer of a later instant had been
/// given.
///
/// A revision is known since it was recorded, unless it is among these: then it is known just after
/// that answer. So the same question with the known-at instant of an answer gives that answer for
/// ever.
public final class LateRevisions {

    /// Late revisions are of things that other services record.
    public enum Kind {
        COMPLETION,
        MERGE
    }

    private record Key(Kind kind, String subject, int revision) {}

    public static final LateRevisions NONE = new LateRevisions(Map.of());

    private static final String OF =
            """
            select diplomate_id, kind, subject, revision, known_since from late_revision
            where diplomate_id = any(:ids)
            """;

    private final Map<Key, Instant> since;

    private LateRevisions(Map<Key, Instant> since) {
        this.since = since;
    }

    /// Diplomates without late revisions are missing.
    public static Map<DiplomateId, LateRevisions> of(
            Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, LateRevisions> late = new HashMap<>();
        handle.createQuery(OF)
                .bind("ids", Diplomates.array(diplomates))
                .map(
                        (row, _) -> {
                            var key =
                                    new Key(
                                            Kind.valueOf(row.getString("kind")),
                                            row.getString("subject"),
                                            row.getInt("revision"));
                            late.computeIfAbsent(
                                            new DiplomateId(row.getString("diplomate_id")),
                                            _ -> new LateRevisions(new HashMap<>()))
                                    .since
                                    .put(key, instant(row, "known_since"));
                            return key;
                        })
                .list();
        return late;
    }

    /// The instant since which a revision is known about the diplomate.
    public Instant knownSince(Kind kind, String subject, int revision, Instant recordedAt) {
        return since.isEmpty()
                ? recordedAt
                : since.getOrDefault(new Key(kind, subject, revision), recordedAt);
    }
}
