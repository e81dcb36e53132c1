/// The whole cohort in pictures: standings over time, requirements by due year, deadlines ahead.
@NullMarked
package cme.portal.cohort;

import org.jspecify.annotations.NullMarked;
