package cme.catalog.guidance;

import cme.catalog.reference.ReferenceRows;
import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current guidance must agree with the last revisions in the event log.
final class GuidanceRows {

    /// Titles and addresses lie in two columns; a link without an address has an empty one.
    private static final Field LINKS =
            new Field(
                    "nullif(e.payload -> 'links', '[]')",
                    """
                    (select jsonb_agg(
                            jsonb_build_object('title', link.title, 'url', nullif(link.url, ''))
                            order by link.place)
                        from unnest(r.link_titles, r.link_urls) with ordinality
                            as link (title, url, place))
                    """);

    @Produces
    @Singleton
    static CurrentRows rows() {
        return ReferenceRows.of(
                "guidance",
                "cme.catalog.guidance.changed",
                List.of(
                        Field.of("title", "r.title"),
                        Field.of("text", "r.text"),
                        Field.of("steps", "r.steps"),
                        Field.of("requirements", "r.requirements"),
                        Field.of("source", "r.source"),
                        LINKS));
    }
}
