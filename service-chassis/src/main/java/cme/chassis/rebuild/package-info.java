/// What a service keeps of a topic can be made anew from the topic, while the old goes on
/// answering.
@NullMarked
package cme.chassis.rebuild;

import org.jspecify.annotations.NullMarked;
