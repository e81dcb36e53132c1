/// The services as a client sees them, over HTTP: for the demonstration and for tests from outside.
@NullMarked
package cme.stack.client;

import org.jspecify.annotations.NullMarked;
