/// Answers what-if questions and recommends what to complete next.
@NullMarked
package cme.compliance.planning;

import org.jspecify.annotations.NullMarked;
