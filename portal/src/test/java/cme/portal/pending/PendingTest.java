package cme.portal.pending;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.page.Formats;
import cme.portal.services.Paged;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));

    @Test
    void eachKindIsALinkWithHowManyWait() {
        assertThat(
                        Pending.of(
                                        List.of(Kind.values()),
                                        Map.of(
                                                Kind.HELD_ROWS,
                                                Amount.of(12_345),
                                                Kind.CONTRADICTIONS,
                                                Amount.of(0)),
                                        AMERICAN)
                                .links())
                .containsExactly(
                        new Pending.Link("Held rows", "/held", "12,345"),
                        new Pending.Link("Proposed corrections", "/corrections", null),
                        new Pending.Link("Contradictions of merges", "/contradictions", "0"),
                        new Pending.Link(
                                "Proposed activities", "/activities?status=PROPOSED", null));
    }

    @Test
    void aListWithoutATotalIsCountedAsFarAsOneCallGoes() {
        List<String> hundred = Collections.nCopies(100, "one");
        assertThat(Amount.of(new Paged<>(hundred, "more")).words(AMERICAN)).isEqualTo("100+");
        assertThat(Amount.of(new Paged<>(hundred, null)).words(AMERICAN)).isEqualTo("100");
        assertThat(Amount.of(new Paged<>(List.of(), null)).words(AMERICAN)).isEqualTo("0");
    }
}
