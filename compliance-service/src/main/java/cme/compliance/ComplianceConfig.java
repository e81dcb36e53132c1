package cme.compliance;

import cme.chassis.startup.AtLeastOne;
import cme.chassis.startup.PositiveDuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/// Settings and limits of this service.
@ConfigMapping(prefix = "cme.compliance")
public interface ComplianceConfig {

    /// The time zone of the board, for the days of counts over all diplomates. The days and
    /// deadlines of a diplomate end in the zone of their rule set.
    @WithDefault("America/New_York")
    ZoneId zone();

    /// The form of the board's numbers. They have at most 40 letters, digits, points, hyphens and
    /// underscores in any case.
    @WithDefault("[A-Za-z0-9][A-Za-z0-9._-]*")
    Pattern numberForm();

    Imports imports();

    Reassessment reassessment();

    WhatIf whatIf();

    Calendar calendar();

    interface Imports {

        /// The maximum number of cycles in one import.
        @WithDefault("50000")
        @WithConverter(AtLeastOne.class)
        int maxRows();

        /// Cycles recorded in one transaction.
        @WithDefault("500")
        @WithConverter(AtLeastOne.class)
        int chunk();
    }

    interface Reassessment {

        /// Whether this instance reassesses in the background.
        @WithDefault("true")
        boolean enabled();

        /// Threads of this instance that reassess.
        @WithDefault("2")
        @WithConverter(AtLeastOne.class)
        int workers();

        /// Diplomates assessed in one transaction.
        @WithDefault("500")
        @WithConverter(AtLeastOne.class)
        int batch();

        /// The pause of a worker when nobody waits.
        @WithDefault("500ms")
        @WithConverter(PositiveDuration.class)
        Duration interval();

        /// The longest time that a diplomate waits because events are still to come.
        @WithDefault("1m")
        @WithConverter(PositiveDuration.class)
        Duration patience();

        /// Whether statuses are made again every day, so that they can be read as they are stored.
        @WithDefault("true")
        boolean renewDaily();

        /// The longest time that a list waits for statuses of today.
        @WithDefault("2s")
        Duration catchUpAtMost();
    }

    interface WhatIf {

        /// The maximum number of assumed completions in one question.
        @WithDefault("200")
        @WithConverter(AtLeastOne.class)
        int maxCompletions();

        /// The maximum number of assumed tracers in one question.
        @WithDefault("20")
        @WithConverter(AtLeastOne.class)
        int maxTracers();
    }

    interface Calendar {

        /// The maximum number of open calendar feeds of one diplomate.
        @WithDefault("10")
        @WithConverter(AtLeastOne.class)
        int maxFeeds();

        /// The e-mail address that events name as their organizer.
        @WithDefault("board-office@cme.example")
        String organizer();

        /// How often calendar programs are asked to read a feed again.
        @WithDefault("12h")
        @WithConverter(PositiveDuration.class)
        Duration refreshInterval();

        /// The days before a deadline on which calendar programs remind of it.
        @WithDefault("30,7")
        List<@WithConverter(AtLeastOne.class) Integer> reminderDays();
    }
}
