package cme.system.faults;

import java.time.Duration;

/// Something that breaks.
///
/// @param kind as the figures count it, such as "kill -9 credit-service"
/// @param lasts at least, between breaking and putting right
record Fault(String kind, Duration lasts, Runnable inflict, Runnable heal) {

    /// A fault that is over in a moment; what it hit heals itself.
    static Fault momentary(String kind, Runnable inflict) {
        return new Fault(kind, Duration.ZERO, inflict, () -> {});
    }
}
