package cme.catalog.guidance;

import cme.catalog.reference.ReferenceRecords;
import cme.chassis.http.PageRequest;

import jakarta.inject.Singleton;

import java.util.List;

/// The topics of guidance, by name.
@Singleton
class GuidanceTopics implements ReferenceRecords<Guidance> {

    private static final String AFTER =
            "code > ?1 and (?2 = '' or array_position(requirements, ?2) > 0) order by code";

    /// The topics after the cursor; one more than the page holds.
    ///
    /// @param requirement that they help with; empty for all topics
    List<GuidanceView> listAfter(PageRequest asked, String requirement) {
        String after = asked.after() == null ? "" : asked.after().part(0);
        return find(AFTER, after, requirement).range(0, asked.rowsToFetch() - 1).stream()
                .map(Guidance::view)
                .toList();
    }
}
