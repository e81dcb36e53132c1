package cme.portal.roster;

import cme.portal.credit.RosterResult;
import cme.portal.services.ServiceProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that waits to be posted as a roster.
///
/// @param subject whose it is; nobody else sees it
/// @param rosterName the sender's own name of the roster; null if the file says it
/// @param reinstate whether posting puts back what was withdrawn
/// @param table null of a form that is none
/// @param fields the field of each column as it was chosen; null while the names are as in the file
/// @param result of the last dry run; null if it was refused
/// @param refusal null if it was not
record KeptFile(
        String id,
        String subject,
        Path path,
        String fileName,
        FileForm form,
        @Nullable String rosterName,
        boolean reinstate,
        @Nullable Table table,
        @Nullable List<String> fields,
        @Nullable RosterResult result,
        @Nullable ServiceProblem refusal,
        Instant keptAt) {

    KeptFile withFields(List<String> chosen) {
        return new KeptFile(
                id,
                subject,
                path,
                fileName,
                form,
                rosterName,
                reinstate,
                table,
                chosen,
                null,
                null,
                keptAt);
    }

    KeptFile checked(@Nullable RosterResult found, @Nullable ServiceProblem refused) {
        return new KeptFile(
                id,
                subject,
                path,
                fileName,
                form,
                rosterName,
                reinstate,
                table,
                fields,
                found,
                refused,
                keptAt);
    }
}
