package cme.credit.roster;

import cme.chassis.startup.AtLeastOne;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.util.List;

/// How much of a roster is taken, and how many rows are recorded at once.
@ConfigMapping(prefix = "cme.credit.roster")
public interface RosterLimits {
    @WithDefault("100000")
    @WithConverter(AtLeastOne.class)
    int maxRows();

    /// In bytes; `cme.chassis.max-body` must not be less.
    @WithDefault("67108864")
    long maxBytes();

    /// Rows that are judged and written together.
    @WithDefault("2000")
    @WithConverter(AtLeastOne.class)
    int chunkRows();

    /// The credit foci of an Activity Report that are the patient-safety part. They are compared
    /// without case, punctuation and runs of space.
    @WithDefault("patient safety")
    List<String> patientSafetyFoci();
}
