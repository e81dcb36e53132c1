/// The PostgreSQL and the broker that all tests of a build share, and tokens for the services under
/// test.
@NullMarked
package cme.test.stack;

import org.jspecify.annotations.NullMarked;
