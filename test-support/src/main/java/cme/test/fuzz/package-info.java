/// Sends spoilt files to a service, and checks that each of them is answered as a user needs it.
@NullMarked
package cme.test.fuzz;

import org.jspecify.annotations.NullMarked;
