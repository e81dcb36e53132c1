package cme.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityMatchTest {
    private static final Candidate LOPEZ = known("012345", "1234567893", "Lopez-Garcia", "03-14");
    private static final Candidate OKAFOR = known("012346", "1000000012", "Okafor", "02-29");
    private static final Candidate COUSIN = known("012399", "1555012347", "Lopez", null);

    @Test
    void aDiplomateIdAndTheFamilyNameSuffice() {
        assertThat(match(claim("012345", null, "Lopez", null))).isEqualTo(found("012345"));
    }

    @Test
    void anNpiAndTheFamilyNameSuffice() {
        assertThat(match(claim(null, "1000000012", "OKAFOR, MD", null))).isEqualTo(found("012346"));
    }

    @Test
    void bothNumbersOfOneDiplomateAreOneMatch() {
        assertThat(match(claim("012345", "1234567893", "Garcia", "03-14")))
                .isEqualTo(found("012345"));
    }

    @Test
    void nobodyHasTheNumber() {
        assertThat(match(claim("099999", null, "Nobody", null)))
                .isEqualTo(IdentityMatch.HoldReason.NO_MATCH);
    }

    @Test
    void aSharedNameWithoutANumberThatIsKnownIsNoMatch() {
        assertThat(match(claim("099999", null, "Lopez", null)))
                .isEqualTo(IdentityMatch.HoldReason.NO_MATCH);
    }

    @Test
    void anotherFamilyNameDiffers() {
        assertThat(match(claim("012345", "1234567893", "Okafor", null)))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_DIFFERS);
    }

    @Test
    void anotherDayOfBirthDiffers() {
        assertThat(match(claim("012345", null, "Lopez", "03-15")))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_DIFFERS);
    }

    @Test
    void aDayOfBirthThatOneSideLacksDoesNotMatter() {
        assertThat(match(claim("012399", null, "Lopez", "03-15"))).isEqualTo(found("012399"));
        assertThat(match(claim("012345", null, "Lopez", null))).isEqualTo(found("012345"));
    }

    @Test
    void aNumberThatNobodyHasIsNoEvidenceAgainstTheOther() {
        assertThat(match(claim("12345", "1234567893", "Lopez", null))).isEqualTo(found("012345"));
        assertThat(match(claim("012345", "1900123450", "Lopez", null))).isEqualTo(found("012345"));
    }

    @Test
    void numbersOfTwoDiplomatesWithOtherNamesDiffer() {
        assertThat(match(claim("012345", "1000000012", "Lopez", null)))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_DIFFERS);
    }

    @Test
    void numbersOfTwoDiplomatesOfTheSameNameAreSeveral() {
        assertThat(match(claim("012345", "1555012347", "Lopez", null)))
                .isEqualTo(IdentityMatch.HoldReason.MULTIPLE_MATCHES);
    }

    @Test
    void anNpiThatTwoHaveIsDecidedByTheName() {
        Candidate double1 = known("1", "1090123450", "Chen", null);
        Candidate double2 = known("2", "1090123450", "Chan", null);
        Candidate double3 = known("3", "1090123450", "Chen-Smith", null);
        Claim chen = claim(null, "1090123450", "Chen", null);
        assertThat(IdentityMatch.of(chen, List.of(double1, double2))).isEqualTo(found("1"));
        assertThat(IdentityMatch.of(chen, List.of(double1, double3)))
                .isEqualTo(IdentityMatch.HoldReason.MULTIPLE_MATCHES);
        assertThat(
                        IdentityMatch.of(
                                claim("3", "1090123450", "Chen", null), List.of(double1, double3)))
                .isEqualTo(found("3"));
    }

    @Test
    void whoWasMergedIsFoundByEachNumberAndEachName() {
        Candidate now = known("5", "1090123450", "Okafor", null);
        Candidate then =
                new Candidate("4", "5", "1900123450", FamilyName.of("Novak"), day("02-29"), false);
        List<Candidate> person = List.of(now, then);
        assertThat(IdentityMatch.of(claim("4", null, "Okafor", null), person))
                .isEqualTo(found("5"));
        assertThat(IdentityMatch.of(claim("5", "1900123450", "Novak", "02-29"), person))
                .isEqualTo(found("5"));
        assertThat(IdentityMatch.of(claim("4", "1090123450", "Chen", null), person))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_DIFFERS);
    }

    @Test
    void whoWasErasedIsNeverMatched() {
        Candidate erased = new Candidate("6", "6", null, FamilyName.of(""), null, true);
        assertThat(IdentityMatch.of(claim("6", null, "Okafor", null), List.of(erased)))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_ERASED);
        Candidate other = known("5", "1090123450", "Okafor", null);
        assertThat(
                        IdentityMatch.of(
                                claim("6", "1090123450", "Okafor", null), List.of(erased, other)))
                .isEqualTo(IdentityMatch.HoldReason.IDENTITY_DIFFERS);
        assertThat(IdentityMatch.of(claim("5", null, "Okafor", null), List.of(erased, other)))
                .isEqualTo(found("5"));
    }

    private static IdentityMatch match(Claim claim) {
        return IdentityMatch.of(claim, List.of(COUSIN, OKAFOR, LOPEZ));
    }

    private static IdentityMatch found(String diplomateId) {
        return new IdentityMatch.Match(diplomateId);
    }

    private static Claim claim(
            @Nullable String id, @Nullable String npi, String name, @Nullable String day) {
        return new Claim(id, npi, FamilyName.of(name), day(day));
    }

    private static Candidate known(String id, String npi, String name, @Nullable String day) {
        return new Candidate(id, id, npi, FamilyName.of(name), day(day), false);
    }

    private static @Nullable BirthMonthDay day(@Nullable String text) {
        return text == null ? null : BirthMonthDay.parse(text).orElseThrow();
    }
}
