package cme.portal.picture;

/// A label with a place of its own.
///
/// @param x in percent
/// @param anchor `start`, `middle` or `end`: which part of the text lies at x
/// @param y the baseline of the text
/// @param second a second line, 15 pixels below, or empty
public record Label(String x, String anchor, int y, String text, String second) {

    public int secondY() {
        return y + Labels.LINE;
    }
}
