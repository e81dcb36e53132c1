/// An event and its effect are one transaction, so that every event takes effect exactly once.
@NullMarked
package cme.chassis.projector;

import org.jspecify.annotations.NullMarked;
