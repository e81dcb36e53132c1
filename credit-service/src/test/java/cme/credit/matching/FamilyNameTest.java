package cme.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyNameTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lopez            | LOPEZ
                    Lopez            | López
                    Lopez            | Lopez-Garcia
                    Garcia           | Lopez-Garcia
                    López García     | LOPEZ-GARCIA
                    Lopez y Garcia   | Lopez Garcia
                    Garcia-Lopez     | Lopez Garcia
                    Lopez Ruiz       | Lopez-Garcia-Ruiz
                    LopezGarcia      | Lopez-Garcia
                    Lopez–Garcia     | Lopez-Garcia
                    Müller           | Mueller
                    Müller           | Muller
                    MÜLLER           | mueller
                    Mu\u0308ller     | Müller
                    Müller-Lüdenscheidt | Muller-Luedenscheidt
                    Sørensen         | Sorensen
                    Sørensen         | Soerensen
                    Ångström         | Angstrom
                    Ångström         | Aangstroem
                    Weiß             | Weiss
                    WEIẞ             | Weiß
                    Strauß           | Straus
                    Æbelø            | Aebeloe
                    Lefœuvre         | Lefoeuvre
                    Wałęsa           | Walesa
                    Đoković          | Djokovic
                    Đorđević         | Dordevic
                    Nguyễn           | Nguyen
                    Đặng             | Dang
                    Guðmundsson      | Gudmundsson
                    Þórsson          | Thorsson
                    Yıldız           | YILDIZ
                    İnan             | Inan
                    Öztürk           | Ozturk
                    Öztürk           | Oeztuerk
                    Dvořák           | Dvorak
                    Nuñez            | NUNEZ
                    Kovačević        | Kovacevic
                    Erdős            | Erdos
                    Ionescu-Țăranu   | Ionescu-Taranu
                    O'Brien          | OBrien
                    O’Brien          | O'BRIEN
                    O Brien          | O'Brien
                    O`Brien          | O'Brien
                    D'Angelo         | D Angelo
                    Dell'Acqua       | DellAcqua
                    McDonald         | Mc Donald
                    MACDONALD        | Mac Donald
                    St. John         | Saint John
                    St John          | ST. JOHN
                    San Martín       | Sanmartin
                    van der Berg     | Vanderberg
                    van der Berg     | VAN DER BERG
                    van der Berg     | Berg
                    Van Den Berghe-Smith | Vandenberghe
                    de la Cruz       | Dela Cruz
                    de la Cruz       | DeLaCruz
                    De La Cruz-Reyes | de la Cruz
                    dos Santos       | Santos
                    von Trapp        | Trapp
                    al-Hassan        | Alhassan
                    al-Hassan        | Hassan
                    ben David        | David
                    Smith, MD        | Smith
                    Smith, M.D., F.A.C.S. | SMITH
                    SMITH MD PHD     | Smith
                    Dr. Smith        | Smith
                    Smith Jr.        | Smith
                    Smith III        | Smith, Jr
                    Smith DO         | Smith
                    Lopez, Maria     | Lopez
                    Do               | DO
                    Ma               | Ma, MD
                    Le               | LE
                    Van              | van
                    "  Okafor  "     | Okafor
                    Katz (Levy)      | Levy
                    李               | 李
                    Иванов           | ИВАНОВ
                    """)
    void namesThatAreTheSamePerson(String one, String other) {
        assertAgree(one, other, true);
        assertAgree(other, one, true);
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lopez            | Gomez
                    Lopez            | Lopes
                    de               | de la Cruz
                    De La            | de la Cruz
                    van              | van der Berg
                    van der Meer     | van der Berg
                    de Souza         | de Oliveira
                    Smith, MD        | Jones, MD
                    Smith MD         | Jones MD
                    Smith DO         | Jones DO
                    Smith DO         | Do
                    MD               | Smith MD
                    Jr               | Smith Jr
                    Smith Jr         | Jones Jr
                    Dr. Smith        | Dr. Jones
                    St. John         | John
                    St. John         | St. James
                    McDonald         | Donald
                    O'Brien          | Brien
                    O'Brien          | O'Neill
                    San Martin       | San Juan
                    Berg             | Bergmann
                    Lee              | Leeson
                    Li               | Lim
                    J Smith          | J Jones
                    Muller           | Mahler
                    Müller           | Moller
                    李               | 王
                    Lopez Gomez      | Lopez Garcia
                    Lopez-Garcia     | Lopez-Gomez-Ruiz
                    van der Lopez-Meer | van der Berg-Meer
                    Maria            | Lopez
                    '...'            | '---'
                    """)
    void namesThatAreNot(String one, String other) {
        assertAgree(one, other, false);
        assertAgree(other, one, false);
    }

    private static SortedSet<String> keys(String name) {
        return FamilyName.of(name).keys();
    }

    private static void assertAgree(String sent, String known, boolean expected) {
        FamilyName one = FamilyName.of(sent);
        FamilyName other = FamilyName.of(known);
        assertThat(one.agreesWith(other)).as("%s and %s", one, other).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Smith Jones Garcia Lopez Chen Kim Brown Miller Davis Wilson Moore Taylor",
                "Smith/Jones/Garcia/Lopez/Chen",
                "Smith Jones Garcia Lopez / Chen Kim Brown Miller / Davis Wilson Moore Taylor",
                "Smith (Jones) Garcia-Lopez / Chen / Kim"
            })
    void aNameOfMoreThanFourPartsIsNobodyElse(String guess) {
        for (String known : List.of("Smith", "Garcia", "Chen", "Lopez-Garcia")) {
            assertAgree(guess, known, false);
        }
        assertAgree(guess, guess, true);
        assertAgree("Garcia", "Lopez Garcia Smith Jones Chen", true);
    }

    @Test
    void eachNameThatIsSentIsTriedForItself() {
        assertAgree("Novak / Smith", "Smith", true);
        assertAgree("Novak / Smith", "Smith-Miller", true);
        assertAgree("Novak (Smith)", "Novak Lopez", true);
        assertAgree("Novak Smith", "Novak Lopez", false);
        assertAgree("Novak / Smith", "Miller", false);
    }

    @Test
    void keysAreThePartsAndTheWhole() {
        assertThat(keys("van der Lopez-Müller, MD"))
                .containsExactly(
                        "lopez",
                        "lopezmueller",
                        "lopezmuller",
                        "mueller",
                        "muller",
                        "vanderlopez",
                        "vanderlopezmueller",
                        "vanderlopezmuller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lopez", "CHEN", "o", "MD", "van", "Saint", "McDonald", "Jr"})
    void aPlainWordFoldsLikeAnyOtherName(String word) {
        assertThat(keys(word))
                .isEqualTo(keys(word + ","))
                .containsExactly(word.toLowerCase(Locale.ROOT));
    }

    @Test
    void aNameWithoutLettersHasNoKeys() {
        assertThat(keys("")).isEmpty();
        assertThat(keys(" - . ' ")).isEmpty();
        assertThat(keys(",,,")).isEmpty();
    }

    @Test
    void theNumberOfKeysIsBounded() {
        assertThat(keys("äöüßø".repeat(1_000))).hasSizeLessThan(40);
        assertThat(keys("ä ö ü ".repeat(1_000))).hasSizeLessThan(40);
        assertThat(keys("Öö-Üü-Ää ".repeat(1_000))).hasSizeLessThan(200);
    }
}
