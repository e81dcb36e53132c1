package cme.portal.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// The years along a picture: a tick where each begins, its number in the middle.
///
/// @param wide the labels where the picture is wide
/// @param narrow the labels on a phone
public record Years(List<String> ticks, List<Label> wide, List<Label> narrow) {

    static Years of(DayScale scale) {
        List<Integer> years =
                IntStream.rangeClosed(scale.from().getYear(), scale.to().getYear())
                        .boxed()
                        .toList();
        return new Years(
                years.stream()
                        .map(year -> LocalDate.of(year, 1, 1))
                        .filter(scale::contains)
                        .map(day -> Percent.of(scale.at(day)))
                        .toList(),
                labels(years, scale, Timeline.WIDE),
                labels(years, scale, Timeline.NARROW));
    }

    private static List<Label> labels(List<Integer> years, DayScale scale, double width) {
        boolean whole = width / years.size() >= Labels.width("2026", false) + 8;
        List<Labels.Wanted> wanted = years.stream().map(year -> label(year, scale, whole)).toList();
        return Labels.place(Labels.thin(wanted, width), width, 0).labels();
    }

    private static Labels.Wanted label(int year, DayScale scale, boolean whole) {
        double begins = scale.at(LocalDate.of(year, 1, 1));
        double ends = scale.after(LocalDate.of(year, 12, 31));
        String number = String.valueOf(year);
        return new Labels.Wanted(
                (begins + ends) / 2, whole ? number : "’" + number.substring(2), "");
    }
}
