package cme.portal.page;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Days in addresses, as a browser's date field sends them.
public final class Days {
    private Days() {}

    /// @return null for an empty field
    /// @throws BadRequestException when it is no day
    public static @Nullable LocalDate parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }

    /// @return null for an empty text
    /// @throws BadRequestException when it is no instant
    public static @Nullable Instant parseInstant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }
}
