package cme.credit.identity;

import cme.chassis.json.StrictJson;
import cme.chassis.secret.KeyRing;
import cme.chassis.secret.SealedValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A revision of a diplomate as the event log keeps it: what tells who it is, is sealed under the
/// key of the number.
///
/// @param sealed null of a revision by which the data were erased
record SealedRevision(
        String diplomateId,
        @Nullable String mergedInto,
        int revision,
        Instant updatedAt,
        @Nullable Instant erasedAt,
        @Nullable String sealed) {

    /// Fields of a newer version are ignored: two versions run side by side during an upgrade.
    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /// What is sealed.
    private record Personal(
            @Nullable String npi,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String birthMonthDay,
            @Nullable String insistence) {
        private static final Personal ERASED = new Personal(null, null, null, null, null);
    }

    /// @param key of the number
    static SealedRevision of(IdentityView view, KeyRing key) {
        var personal =
                new Personal(
                        view.npi(),
                        view.givenName(),
                        view.familyName(),
                        view.birthMonthDay(),
                        view.insistence());
        String context = context(view.diplomateId(), view.revision());
        return logged(view, key.seal(write(personal), context).text());
    }

    /// The revision by which everything was erased.
    static SealedRevision erased(IdentityView view) {
        return logged(view, null);
    }

    private static SealedRevision logged(IdentityView view, @Nullable String sealed) {
        return new SealedRevision(
                view.diplomateId(),
                view.mergedInto(),
                view.revision(),
                view.updatedAt(),
                view.erasedAt(),
                sealed);
    }

    /// The revision as it was, without what was erased since.
    ///
    /// @param keys of the number that are not destroyed, by their ids
    IdentityView open(Map<String, KeyRing> keys) {
        Personal personal = personal(keys);
        return new IdentityView(
                diplomateId,
                personal.npi(),
                personal.givenName(),
                personal.familyName(),
                personal.birthMonthDay(),
                mergedInto,
                personal.insistence(),
                revision,
                updatedAt,
                erasedAt);
    }

    private Personal personal(Map<String, KeyRing> keys) {
        if (sealed == null) {
            return Personal.ERASED;
        }
        SealedValue value = SealedValue.parse(sealed);
        KeyRing key = keys.get(value.keyId());
        return key == null
                ? Personal.ERASED
                : read(key.openText(value, context(diplomateId, revision)), Personal.class);
    }

    /// Reads the payload of an event.
    static SealedRevision of(String payload) {
        return read(payload, SealedRevision.class);
    }

    /// The payload of the event.
    String payload() {
        return write(this);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A revision of an identity cannot be written", e);
        }
    }

    /// The message names no value, which may be personal.
    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A revision of an identity cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /// A revision cannot be passed off as another one.
    private static String context(String diplomateId, int revision) {
        return "identity/" + diplomateId + "/" + revision;
    }
}
