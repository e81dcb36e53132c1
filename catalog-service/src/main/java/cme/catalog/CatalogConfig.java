package cme.catalog;

import cme.chassis.startup.AtLeastOne;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/// Settings of the catalog.
@ConfigMapping(prefix = "cme.catalog")
public interface CatalogConfig {

    /// How directories name the board that this catalog belongs to; approvals by others are not
    /// taken over.
    @WithDefault("ABPS")
    String board();

    Imports imports();

    interface Imports {

        /// Rows that one import takes at most; the body is bounded by `cme.chassis.max-body`.
        @WithDefault("20000")
        @WithConverter(AtLeastOne.class)
        int maxRows();

        /// Rows that are written together.
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int batchSize();
    }
}
