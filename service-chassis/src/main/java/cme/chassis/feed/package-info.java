/// The event log as a feed over HTTP: a caller reads the events of the topic in order, from a
/// cursor of its own.
@NullMarked
package cme.chassis.feed;

import org.jspecify.annotations.NullMarked;
