package cme.credit.posting;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.completion.Posted;
import cme.credit.matching.Claim;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One posted row as it was read, before anything is looked up in the database.
public sealed interface Reading {
    /// The number of the row among those posted together, from 1.
    int row();

    /// Null when it could not be read.
    @Nullable String externalId();

    /// The row as it was posted; null when it could not be read.
    @Nullable JsonNode json();

    /// The text of a row that could not be read; null of others.
    default @Nullable String line() {
        return null;
    }

    /// The fields of the row could not be told apart.
    ///
    /// @param json the fields as far as they could be
    /// @param line the text of the row; of a long one the beginning
    record Broken(int row, Violation violation, @Nullable JsonNode json, @Nullable String line)
            implements Reading {
        private static final int MAX_LINE = 20_000;

        public Broken {
            line = line == null ? null : storable(line);
        }

        public Broken(int row, Violation violation) {
            this(row, violation, null, null);
        }

        /// The database stores no NUL and no half of a character.
        private static String storable(String line) {
            String start = line.substring(0, Math.min(line.length(), MAX_LINE));
            byte[] whole = start.getBytes(StandardCharsets.UTF_8);
            return new String(whole, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        }

        @Override
        public @Nullable String externalId() {
            return json == null
                    ? null
                    : Fields.of(json).text("externalId", CompletionForm.MAX_EXTERNAL_ID);
        }
    }

    /// The form of the row has violations.
    record Malformed(int row, CompletionForm form, JsonNode json) implements Reading {
        @Override
        public @Nullable String externalId() {
            return form.externalId();
        }
    }

    /// The form is in order. The claim and the hash are costly, so they are made once.
    ///
    /// @param traceparent of the request that posted the row; null when that request records it
    record WellFormed(
            int row,
            CompletionForm form,
            Posted posted,
            Claim claim,
            UUID contentHash,
            JsonNode json,
            @Nullable String traceparent)
            implements Reading {
        @Override
        public String externalId() {
            return posted.externalId();
        }
    }

    static Reading of(int row, Fields fields, JsonNode json) {
        return of(row, fields, json, null);
    }

    /// @param json the same fields, to be handed back if the row is not recorded
    static Reading of(int row, Fields fields, JsonNode json, @Nullable String traceparent) {
        CompletionForm form = CompletionForm.read(fields);
        if (!form.violations().isEmpty()) {
            return new Malformed(row, form, json);
        }
        Posted posted = form.posted();
        return new WellFormed(
                row, form, posted, posted.claim(), posted.contentHash(), json, traceparent);
    }
}
