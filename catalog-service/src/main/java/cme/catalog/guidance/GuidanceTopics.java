package cme.catalog.guidance;

import cme.catalog.reference.ReferenceRecords;
import cme.chassis.http.PageRequest;

import jakarta.inject.Singleton;

import java.util.List;

/// The topics of guidance, by name.
@Singleton
class GuidanceTopics implements ReferenceRecords<Guidance> {

    /// The topics after the cursor; one more than the page holds.
    List<GuidanceView> listAfter(PageRequest asked) {
        return find("code > ?1 order by code", asked.after() == null ? "" : asked.after().part(0))
                .range(0, asked.rowsToFetch() - 1)
                .stream()
                .map(Guidance::view)
                .toList();
    }
}
