package cme.credit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.secret.KeyRing;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Revisions of diplomates in the log are sealed, also those from before they were.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SealedRevisionTest {
    private static final String FORMER = key("a");
    private static final String LATER = key("b");

    @Inject Jdbi jdbi;

    @Test
    void earlierRevisionsAreSealedOnceAndReadAsBefore() {
        jdbi.useTransaction(
                transaction -> {
                    shadow(transaction, "event_log");
                    shadow(transaction, "person_key");
                    for (int revision = 1; revision <= 2; revision++) {
                        logPlain(transaction, "S1", revision);
                        logPlain(transaction, "S2", revision);
                    }
                    var keys = new PersonKeys(KeyRing.parse(FORMER));
                    SealedEarlierRevisions.sealAll(transaction, keys);
                    List<String> payloads = payloads(transaction);
                    assertThat(payloads)
                            .hasSize(4)
                            .noneMatch(
                                    payload ->
                                            payload.contains("Lopez") || payload.contains("03-14"));
                    IdentityView first =
                            SealedRevision.of(payloads.getFirst())
                                    .open(keys.byId(transaction, List.of("S1")));
                    assertThat(first)
                            .isEqualTo(
                                    new IdentityView(
                                            "S1",
                                            "1234567893",
                                            "Ana",
                                            "Lopez",
                                            "03-14",
                                            null,
                                            null,
                                            1,
                                            Instant.parse("2026-01-01T10:00:00Z"),
                                            null));
                    SealedEarlierRevisions.sealAll(transaction, keys);
                    assertThat(payloads(transaction)).isEqualTo(payloads);
                    transaction.rollback();
                });
    }

    @Test
    void theDatabaseRefusesANameAsPlainText() {
        assertThatThrownBy(() -> jdbi.useTransaction(transaction -> logPlain(transaction, "S3", 1)))
                .hasMessageContaining("event_log_identity_sealed");
    }

    @Test
    void keysAreSealedAgainWhenTheServiceGetsAnotherOne() {
        jdbi.useTransaction(
                transaction -> {
                    shadow(transaction, "person_key");
                    KeyRing sealing =
                            new PersonKeys(KeyRing.parse(FORMER))
                                    .current(transaction, List.of("S4"), Instant.EPOCH)
                                    .get("S4");
                    var view =
                            new IdentityView(
                                    "S4",
                                    null,
                                    null,
                                    "Lopez",
                                    null,
                                    null,
                                    null,
                                    1,
                                    Instant.EPOCH,
                                    null);
                    SealedRevision revision = SealedRevision.of(view, sealing);
                    var both = new PersonKeys(KeyRing.parse(LATER + "," + FORMER));
                    UUID last = both.sealAgain(transaction, new UUID(0, 0), 10).last();
                    assertThat(both.sealAgain(transaction, last, 10).last()).isEqualTo(last);
                    Map<String, KeyRing> keys =
                            new PersonKeys(KeyRing.parse(LATER)).byId(transaction, List.of("S4"));
                    assertThat(revision.open(keys)).isEqualTo(view);
                    transaction.rollback();
                });
    }

    @Test
    void aKeyThatCannotBeOpenedKeepsNoOtherFromBeingSealedAgain() {
        jdbi.useTransaction(
                transaction -> {
                    shadow(transaction, "person_key");
                    new PersonKeys(KeyRing.parse(FORMER))
                            .current(transaction, List.of("S6", "S7", "S8"), Instant.EPOCH);
                    transaction.execute(
                            "update person_key set sealed = 'nothing' where diplomate_id = 'S6'");
                    transaction.execute(
                            "update person_key set sealed = (select sealed from person_key where diplomate_id = 'S8') where diplomate_id = 'S7'");
                    var renewed =
                            new PersonKeys(KeyRing.parse(LATER + "," + FORMER))
                                    .sealAgain(transaction, new UUID(0, 0), 10);
                    assertThat(renewed.unreadable()).isEqualTo(2);
                    assertThat(
                                    new PersonKeys(KeyRing.parse(LATER))
                                            .byId(transaction, List.of("S8")))
                            .hasSize(1);
                    transaction.rollback();
                });
    }

    @Test
    void aRevisionCannotBePassedOffAsAnotherOne() {
        jdbi.useTransaction(
                transaction -> {
                    shadow(transaction, "person_key");
                    var keys = new PersonKeys(KeyRing.parse(FORMER));
                    KeyRing sealing =
                            keys.current(transaction, List.of("S5"), Instant.EPOCH).get("S5");
                    var view =
                            new IdentityView(
                                    "S5",
                                    null,
                                    null,
                                    "Lopez",
                                    null,
                                    null,
                                    null,
                                    1,
                                    Instant.EPOCH,
                                    null);
                    var other =
                            new SealedRevision(
                                    "S5",
                                    null,
                                    2,
                                    Instant.EPOCH,
                                    null,
                                    SealedRevision.of(view, sealing).sealed());
                    Map<String, KeyRing> known = keys.byId(transaction, List.of("S5"));
                    assertThatThrownBy(() -> other.open(known))
                            .hasMessageContaining("belongs elsewhere");
                    transaction.rollback();
                });
    }

    /// Stands before the table of the same name until the end of the transaction, without its
    /// constraints.
    private static void shadow(Handle transaction, String table) {
        transaction.execute(
                "create temporary table %1$s (like %1$s including identity including defaults) on commit drop"
                        .formatted(table));
    }

    private static void logPlain(Handle transaction, String number, int revision) {
        transaction.execute(
                """
                insert into event_log (key, type, payload, recorded_at, recorded_by)
                values (?, 'cme.credit.identity.changed', jsonb_build_object(
                    'diplomateId', ?, 'npi', '1234567893', 'givenName', 'Ana', 'familyName', 'Lopez',
                    'birthMonthDay', '03-14', 'mergedInto', null, 'insistence', null, 'revision', ?::int,
                    'updatedAt', '2026-01-01T10:00:00Z'), now(), 'x')
                """,
                number,
                number,
                revision);
    }

    private static List<String> payloads(Handle transaction) {
        return transaction
                .createQuery("select payload from event_log order by seq")
                .mapTo(String.class)
                .list();
    }

    private static String key(String id) {
        byte[] key = new byte[KeyRing.KEY_BYTES];
        key[0] = (byte) id.charAt(0);
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }
}
