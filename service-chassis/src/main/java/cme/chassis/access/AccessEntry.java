package cme.chassis.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the access record. It holds numbers of people, and no name, day of birth, NPI, token
/// or query.
///
/// @param log tells these lines from those of the application
/// @param subject of the token; null without a valid one
/// @param claims of the token that say in whose name the caller acts, such as `provider`
/// @param operation method and path, with the names of its variables
/// @param persons whose data it is, as far as the operation is about single people
/// @param problem the last part of the type of the problem, such as `forbidden`
/// @param rows people that were asked about, or rows of the answer
/// @param misses people that were asked about and not found
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"log", "at", "requestId", "subject", "roles", "claims", "operation"})
record AccessEntry(
        String log,
        Instant at,
        @Nullable String requestId,
        @Nullable String subject,
        Set<String> roles,
        Map<String, String> claims,
        String operation,
        Set<String> persons,
        int status,
        @Nullable String problem,
        boolean dryRun,
        @Nullable Long rows,
        @Nullable Long misses) {

    AccessEntry withRows(long counted) {
        return new AccessEntry(
                log, at, requestId, subject, roles, claims, operation, persons, status, problem,
                dryRun, counted, misses);
    }
}
