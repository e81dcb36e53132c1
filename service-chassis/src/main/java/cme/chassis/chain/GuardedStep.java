package cme.chassis.chain;

import cme.chassis.database.Outage;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// A step of a check that does not end the others, whatever it meets.
final class GuardedStep {

    private static final Logger LOG = Logger.getLogger(GuardedStep.class);

    private GuardedStep() {}

    /// Data that makes a check fail is itself a finding, not a reason to end. A topic that is out
    /// of reach is skipped.
    static Check.Step take(Handle handle, Check check) {
        try {
            return check.step(handle);
        } catch (TopicOutOfReach e) {
            LOG.warnf("%s is not compared. %s", check.place(), e.getMessage());
            return Check.Step.SKIPPED;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "%s cannot be checked", check.place());
            return new Check.Step(0, true, List.of(unreadable(check.place())));
        }
    }

    private static Finding unreadable(String place) {
        return new Finding(
                Finding.Kind.UNREADABLE,
                place,
                0,
                "",
                "%s cannot be checked; the log of the service says why.".formatted(place));
    }
}
