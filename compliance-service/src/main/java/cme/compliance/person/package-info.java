/// Tells which numbers mean one person, now and at any instant in the past.
@NullMarked
package cme.compliance.person;

import org.jspecify.annotations.NullMarked;
