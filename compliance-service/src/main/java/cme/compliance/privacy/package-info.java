/// What is held on one person.
@NullMarked
package cme.compliance.privacy;

import org.jspecify.annotations.NullMarked;
