/// All diplomates at a glance: who needs attention, for what and by when, and how many there are.
@NullMarked
package cme.compliance.worklist;

import org.jspecify.annotations.NullMarked;
