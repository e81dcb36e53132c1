package cme.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The content of a completion, as clients post it and as events and answers show it.
///
/// @param credits with two decimals, as is `safety`
record Content(
        @Nullable String activity,
        @Nullable String title,
        LocalDate completedOn,
        BigDecimal credits,
        @Nullable BigDecimal safety) {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    private static final int DAYS = 3_500;
    private static final int RECENT_DAYS = 1_500;
    private static final int TITLES = 40;

    /// @param activities what the poster may report
    static Content random(Random random, List<String> activities) {
        boolean catalogued = random.nextInt(3) > 0;
        int quarters = 1 + random.nextInt(40);
        return new Content(
                catalogued ? activities.get(random.nextInt(activities.size())) : null,
                catalogued ? null : "Session " + random.nextInt(TITLES),
                catalogued ? FIRST_DAY.plusDays(random.nextInt(DAYS)) : recent(random),
                amount(quarters),
                random.nextInt(3) == 0 ? null : amount(random.nextInt(quarters + 1)));
    }

    /// What lies outside the catalog and long back would wait for the board.
    private static LocalDate recent(Random random) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(2 + random.nextInt(RECENT_DAYS));
    }

    private static BigDecimal amount(int quarters) {
        return QUARTER.multiply(BigDecimal.valueOf(quarters));
    }

    /// The same but for its credits.
    Content other() {
        return new Content(activity, title, completedOn, credits.add(QUARTER), safety);
    }

    static Content of(JsonNode json) {
        return new Content(
                text(json, "activity"),
                text(json, "title"),
                LocalDate.parse(json.path("completedOn").asText()),
                decimal(json.path("credits").asText()),
                json.hasNonNull("patientSafetyCredits")
                        ? decimal(json.path("patientSafetyCredits").asText())
                        : null);
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(2, RoundingMode.UNNECESSARY);
    }

    static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asText() : null;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("activity", activity)
                .put("title", title)
                .put("completedOn", completedOn.toString())
                .put("credits", credits)
                .put("patientSafetyCredits", safety);
    }
}
