package cme.credit.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Two postings are of the same thing however it is written (domain, section 3, rule 3).
class AttendanceTest {

    @Test
    void titlesAreComparedFolded() {
        assertThat(titled("Grand rounds", null).overlaps(titled("GRAND \u200b Rounds!", null)))
                .isTrue();
        assertThat(titled("Grand rounds", null).overlaps(titled("Small rounds", null))).isFalse();
    }

    @Test
    void anActivityIsNoTitle() {
        Attendance activity = Attendance.of("COURSE", null, null);
        assertThat(activity.overlaps(titled("course", null))).isFalse();
        assertThat(activity.isOfActivity()).isTrue();
        assertThat(titled("course", null).isOfActivity()).isFalse();
    }

    @Test
    void sessionsAreToldApartWhereBothAreNamed() {
        assertThat(titled("A", "Morning").overlaps(titled("A", "Evening"))).isFalse();
        assertThat(titled("A", "Morning").overlaps(titled("A", "morning "))).isTrue();
        assertThat(titled("A", "Morning").overlaps(titled("A", null))).isTrue();
    }

    @Test
    void anotherSessionMayRestateTheSame() {
        assertThat(titled("A", "Morning").mayRestate(titled("a", "Evening"))).isTrue();
        assertThat(titled("A", "Morning").mayRestate(titled("B", "Morning"))).isFalse();
    }

    @Test
    void anActivityMayRestateATitleAndATitleAnActivity() {
        Attendance activity = Attendance.of("COURSE", null, null);
        assertThat(activity.mayRestate(titled("Any course", null))).isTrue();
        assertThat(titled("Any course", null).mayRestate(activity)).isTrue();
        assertThat(activity.mayRestate(Attendance.of("OTHER", null, null))).isFalse();
    }

    private static Attendance titled(String title, String session) {
        return Attendance.of(null, title, session);
    }
}
