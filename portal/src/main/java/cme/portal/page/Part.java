package cme.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A part of a page that can be missing because its service did not answer; the rest of the page is
/// there.
public sealed interface Part<T> {

    /// @param value to be shown
    record Here<T>(T value) implements Part<T> {

        @Override
        public String sentence() {
            return "";
        }
    }

    /// @param sentence to be shown in its place
    record Missing<T>(String sentence) implements Part<T> {

        @Override
        public T value() {
            throw new IllegalStateException(sentence);
        }
    }

    /// The same part made of its value.
    default <R> Part<R> map(Function<T, R> made) {
        return switch (this) {
            case Here<T>(T value) -> new Here<>(made.apply(value));
            case Missing<T>(String sentence) -> new Missing<>(sentence);
        };
    }

    /// All of them as one part, which is missing if one of them is.
    static <T> Part<List<T>> all(List<Part<T>> parts) {
        List<T> values = new ArrayList<>();
        for (Part<T> part : parts) {
            switch (part) {
                case Here<T>(T value) -> values.add(value);
                case Missing<T>(String sentence) -> {
                    return new Missing<>(sentence);
                }
            }
        }
        return new Here<>(List.copyOf(values));
    }

    /// For templates: what is shown if it is here.
    ///
    /// @throws IllegalStateException when it is missing
    T value();

    /// For templates: what is said in its place; empty if it is here.
    String sentence();

    /// For templates: whether there is a value.
    default boolean isHere() {
        return this instanceof Here;
    }
}
