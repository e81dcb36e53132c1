package cme.chassis.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items at most as many as were requested
/// @param nextCursor the value of `cursor` for the next page; null on the last one
public record Page<T>(
        List<T> items,
        @Schema(description = "Send back as `cursor`; null on the last page")
                @Nullable String nextCursor)
        implements Listing {

    public Page {
        items = List.copyOf(items);
    }

    /// Makes a page of the rows of a query that fetched one row more than the limit. The extra row
    /// only shows that there is a next page.
    ///
    /// @param keyOf the values that order the list, unique together
    public static <T> Page<T> of(List<T> rows, PageRequest asked, Function<T, Cursor> keyOf) {
        if (rows.size() <= asked.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, asked.limit());
        return new Page<>(items, keyOf.apply(items.getLast()).encoded(asked.list()));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<R>(items.stream().<R>map(view).toList(), nextCursor);
    }
}
