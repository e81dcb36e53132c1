package cme.chassis.chain;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// A part of the check of everything, done in steps of limited size.
interface Check {

    /// What a step has looked at.
    ///
    /// @param checked entries, rows or checkpoints
    /// @param isLast true when nothing is left
    /// @param isSkipped true when it could not look, so that earlier findings may still hold
    record Step(long checked, boolean isLast, boolean isSkipped, List<Finding> findings) {

        /// A part that is out of reach and is looked at in the next round.
        static final Step SKIPPED = new Step(0, true, true, List.of());

        public Step(long checked, boolean isLast, List<Finding> findings) {
            this(checked, isLast, false, findings);
        }

        public Step {
            findings = List.copyOf(findings);
        }
    }

    /// What it counts.
    enum Counted {
        ENTRIES,
        CHECKPOINTS,
        ROWS,
        EVENTS
    }

    Counted counted();

    /// The table or topic that it looks at.
    String place();

    /// All places that its findings name.
    default Set<String> places() {
        return Set.of(place());
    }

    Step step(Handle handle);
}
