package cme.compliance;

import cme.chassis.startup.AtLeastOne;
import cme.chassis.startup.PositiveDuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.time.ZoneId;

/// Settings and limits of this service.
@ConfigMapping(prefix = "cme.compliance")
public interface ComplianceConfig {

    /// Where "today" is: the zone of the board, in which its deadlines end.
    @WithDefault("America/New_York")
    ZoneId zone();

    Imports imports();

    Reassessment reassessment();

    WhatIf whatIf();

    interface Imports {

        /// Cycles in one import at most.
        @WithDefault("50000")
        @WithConverter(AtLeastOne.class)
        int maxRows();

        /// Cycles recorded in one transaction.
        @WithDefault("500")
        @WithConverter(AtLeastOne.class)
        int chunk();
    }

    interface Reassessment {

        /// Whether this instance works the set off in the background.
        @WithDefault("true")
        boolean enabled();

        /// Threads of this instance that work it off.
        @WithDefault("2")
        @WithConverter(AtLeastOne.class)
        int workers();

        /// Diplomates assessed in one transaction.
        @WithDefault("500")
        @WithConverter(AtLeastOne.class)
        int batch();

        /// How long the worker sleeps when there is nothing to do.
        @WithDefault("500ms")
        @WithConverter(PositiveDuration.class)
        Duration interval();

        /// How long somebody is left in the set at most because events are still to come.
        @WithDefault("1m")
        @WithConverter(PositiveDuration.class)
        Duration patience();

        /// Whether answers are made anew every day, so that what is read is what is stored.
        @WithDefault("true")
        boolean renewDaily();

        /// How long a list of today waits for answers of today.
        @WithDefault("2s")
        Duration catchUpAtMost();
    }

    interface WhatIf {

        /// Completions supposed in one question at most.
        @WithDefault("200")
        @WithConverter(AtLeastOne.class)
        int maxCompletions();

        /// Tracers supposed in one question at most.
        @WithDefault("20")
        @WithConverter(AtLeastOne.class)
        int maxTracers();
    }
}
