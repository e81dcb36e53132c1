/// The rules of the house that the build checks on the compiled classes of every service.
@NullMarked
package cme.test.style;

import org.jspecify.annotations.NullMarked;
