package cme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The weight of pages of the portal. Nothing comes from another host: each reader says so when it
/// is closed.
@ExtendWith({Journeys.class, SharedSystem.class})
class PortalWeightTest {

    @Test
    void aFirstViewIsLightALaterOneLighterAndNothingMoves(RunningSystem system, Browser browser) {
        system.introduce("770015", "Hedy", "Weight");
        String person = "/diplomates/770015";
        List<String> excess = new ArrayList<>();
        try (var visitor = PortalReader.of(system, browser)) {
            excess.addAll(visits(visitor, "/", "/activities", "/tracers", "/rules", "/guidance"));
        }
        try (var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770015")) {
            excess.addAll(
                    PageWeight.of(surgeon.page())
                            .excessOfAFirstView("The first page of a surgeon"));
            excess.addAll(later(surgeon, person, person + "/what-if", person + "/history"));
        }
        try (var board = PortalReader.of(system, browser).signIn("board", "board")) {
            excess.addAll(
                    PageWeight.of(board.page()).excessOfAFirstView("The first page of the board"));
            excess.addAll(later(board, "/held", "/rosters", "/cohort", person + "/record"));
        }
        assertThat(excess).isEmpty();
    }

    private static List<String> visits(PortalReader reader, String first, String... later) {
        List<String> excess =
                new ArrayList<>(PageWeight.of(reader.open(first)).excessOfAFirstView(first));
        excess.addAll(later(reader, later));
        return excess;
    }

    private static List<String> later(PortalReader reader, String... paths) {
        return List.of(paths).stream()
                .flatMap(path -> PageWeight.of(reader.open(path)).excessOfALaterView(path).stream())
                .toList();
    }
}
