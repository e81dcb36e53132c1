package cme.credit.posting;

import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Posted;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The thing that was posted before under the `externalId` of a posting, and how the two differ.
///
/// @param completion null when it is a held row, or only rehearsed
/// @param heldRow null when it is a completion, or only rehearsed
/// @param detail a sentence that says so, and what to do
public record Taken(
        @Nullable UUID completion,
        @Nullable UUID heldRow,
        List<Difference> differences,
        String detail) {

    public static final String CODE = "external-id-taken";

    /// A title may have 300 characters.
    private static final int MAX_SHOWN = 60;

    public Taken {
        differences = List.copyOf(differences);
    }

    /// @param isBoardsWord whether the poster may not undo what became of the completion
    static Taken by(Completion completion, Posted sent, boolean isBoardsWord) {
        List<Difference> differences = Difference.between(completion, sent);
        return new Taken(
                completion.id(),
                null,
                differences,
                "Something else was posted under this externalId: completion %s of %s on %s with %s credits%s. %s %s"
                        .formatted(
                                completion.id(),
                                shown(completion.content()),
                                completion.content().completedOn(),
                                completion.content().credits(),
                                completion.isWithdrawn() ? ", which is withdrawn" : "",
                                listed(differences),
                                advice(completion, isBoardsWord)));
    }

    private static String advice(Completion completion, boolean isBoardsWord) {
        return isBoardsWord
                ? "The board has decided on it: propose the correction (correction-proposals), or ask the board office."
                : "Correct that completion, or post under another externalId.";
    }

    /// A row of the same request.
    ///
    /// @param completion the completion that it became; null in a dry run
    static Taken byRow(
            int row,
            @Nullable UUID completion,
            @Nullable UUID heldRow,
            List<Difference> differences) {
        return new Taken(
                completion,
                heldRow,
                differences,
                "Row %d of this file has the same externalId and says something else. %s Send one of the two, or give each its own externalId."
                        .formatted(row, listed(differences)));
    }

    private static String shown(Content content) {
        String what =
                content.activity() != null ? content.activity() : "\"" + content.title() + "\"";
        return what.length() > MAX_SHOWN ? what.substring(0, MAX_SHOWN) + "..." : what;
    }

    private static String listed(List<Difference> differences) {
        return differences.isEmpty()
                ? "What differs is how the person is written, or was corrected since."
                : differences.stream()
                        .map(Difference::toString)
                        .collect(Collectors.joining(", ", "Different: ", "."));
    }
}
