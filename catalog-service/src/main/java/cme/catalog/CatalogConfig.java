package cme.catalog;

import cme.chassis.startup.AtLeastOne;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.ZoneId;

/// Settings of the catalog.
@ConfigMapping(prefix = "cme.catalog")
public interface CatalogConfig {

    /// The name of this catalog's board in directories; approvals by other boards are ignored.
    @WithDefault("ABPS")
    String board();

    /// The time zone of the board, in which days begin and end.
    @WithDefault("America/New_York")
    ZoneId zone();

    Imports imports();

    Proposals proposals();

    interface Proposals {

        /// The most proposals of one provider that wait for the board at a time.
        @WithDefault("100")
        @WithConverter(AtLeastOne.class)
        int maxOpen();
    }

    interface Imports {

        /// The most rows that one import may have; `cme.chassis.max-body` bounds the body.
        @WithDefault("20000")
        @WithConverter(AtLeastOne.class)
        int maxRows();

        /// The number of rows that are written together.
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int batchSize();
    }
}
