/// Whether a roster would find a person.
@NullMarked
package cme.portal.check;

import org.jspecify.annotations.NullMarked;
