package cme.stack.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A society meeting whose attendance is posted.
///
/// @param credits the most that an attendee can claim
/// @param patientSafetyCredits the part of them that is patient safety
record Meeting(
        String code,
        String title,
        String provider,
        LocalDate on,
        int credits,
        int patientSafetyCredits) {

    /// The meetings of the last nine years up to today.
    static List<Meeting> upTo(LocalDate today) {
        var meetings = new ArrayList<Meeting>();
        for (int year = today.getYear() - 9; year <= today.getYear(); year++) {
            meetings.add(
                    new Meeting(
                            "ASAPS-MEETING-" + year,
                            "The Aesthetic Meeting " + year,
                            "ASAPS",
                            LocalDate.of(year, 4, 24),
                            30,
                            6));
            meetings.add(
                    new Meeting(
                            "ASPS-ANNUAL-" + year,
                            "Plastic Surgery The Meeting " + year,
                            "ASPS",
                            LocalDate.of(year, 10, 12),
                            60,
                            12));
        }
        return meetings.stream().filter(meeting -> !meeting.on().isAfter(today)).toList();
    }

    String json() {
        return """
        {"code": "%s", "title": "%s", "provider": "%s", "type": "MEETING", "credits": %d,
         "patientSafetyCredits": %d, "creditsConfirmed": true, "oncePer": "DATE",
         "creditsPer": "ACTIVITY",
         "offeredFrom": "%s", "offeredUntil": "%s"}
        """
                .formatted(code, title, provider, credits, patientSafetyCredits, on, on);
    }
}
