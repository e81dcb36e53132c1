package cme.chassis.table;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names of months, whole and as spreadsheets shorten them, in the languages of those who send
/// tables. None of them is two months.
final class MonthNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// In English any beginning of three letters or more is a name too.
    private static final List<String> ENGLISH =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    /// German, French, Spanish, Italian, Portuguese and Dutch, without accents.
    private static final List<String> OTHERS =
            List.of(
                    "januar janner janvier janv enero ene gennaio gen janeiro januari",
                    "februar fevrier fevr fev febrero febbraio fevereiro februari",
                    "marz mrz mars marzo marco maart mrt",
                    "avril avr abril abr aprile",
                    "mai mayo maggio mag maio mei",
                    "juni juin junio giugno giu junho",
                    "juli juillet juil julio luglio lug julho",
                    "aout agosto ago augustus",
                    "septembre septiembre settembre set setembro",
                    "oktober okt octobre octubre ottobre ott outubro out",
                    "novembre noviembre novembro",
                    "dezember dez decembre diciembre dicembre dic dezembro");

    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            String english = ENGLISH.get(month - 1);
            for (int length = 3; length <= english.length(); length++) {
                months.put(english.substring(0, length), month);
            }
            for (String name : OTHERS.get(month - 1).split(" ")) {
                months.put(name, month);
            }
        }
        return Map.copyOf(months);
    }

    /// The number of the month that is named, from 1; 0 when it is no name of one.
    static int month(String name) {
        String letters =
                MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Form.NFD))
                        .replaceAll("");
        return MONTHS.getOrDefault(letters, 0);
    }
}
