package cme.credit.transcript;

import cme.chassis.json.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a transcript says, as it is kept to be compared: not in words, but so that every difference
/// is seen.
///
/// @param digest of the days that were asked for and of all that is listed
/// @param items twelve bytes of each completion: eight of its id, four of a digest of its content
record TranscriptContent(byte[] digest, byte[] items) {
    private static final int ITEM_BYTES = Long.BYTES + Integer.BYTES;

    /// Separates the values; no value has control characters.
    private static final String SEPARATOR = "\u001f";

    static TranscriptContent of(TranscriptQuery asked, List<TranscriptItem> listed) {
        List<String> lines = listed.stream().map(TranscriptContent::line).toList();
        ByteBuffer items = ByteBuffer.allocate(listed.size() * ITEM_BYTES);
        for (int i = 0; i < lines.size(); i++) {
            items.putLong(listed.get(i).completion().getLeastSignificantBits());
            items.put(Sha256.of(lines.get(i)), 0, Integer.BYTES);
        }
        String days = joined(asked.from(), asked.to(), asked.windows());
        byte[] digest = Sha256.of(days + "\n" + String.join("\n", lines));
        return new TranscriptContent(digest, items.array());
    }

    /// The title of an activity is the catalog's, which may change it; the activity stays the same.
    private static String line(TranscriptItem item) {
        return joined(
                item.completion(),
                item.completedOn(),
                item.activity(),
                item.activity() == null ? item.title() : null,
                item.session(),
                item.provider(),
                item.category(),
                item.credits(),
                item.patientSafetyCredits());
    }

    private static String joined(@Nullable Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    boolean isSameAs(TranscriptContent other) {
        return Arrays.equals(digest, other.digest);
    }

    /// The kinds of changes from this content to a later one.
    Set<TranscriptChange> changesTo(TranscriptContent now) {
        Map<Long, Integer> then = byCompletion();
        Set<TranscriptChange> changes = EnumSet.noneOf(TranscriptChange.class);
        now.byCompletion()
                .forEach(
                        (completion, content) -> {
                            Integer before = then.remove(completion);
                            if (before == null) {
                                changes.add(TranscriptChange.ADDED);
                            } else if (!before.equals(content)) {
                                changes.add(TranscriptChange.CORRECTED);
                            }
                        });
        if (!then.isEmpty()) {
            changes.add(TranscriptChange.WITHDRAWN);
        }
        return changes;
    }

    private Map<Long, Integer> byCompletion() {
        ByteBuffer read = ByteBuffer.wrap(items);
        Map<Long, Integer> found = new HashMap<>();
        while (read.hasRemaining()) {
            found.put(read.getLong(), read.getInt());
        }
        return found;
    }
}
