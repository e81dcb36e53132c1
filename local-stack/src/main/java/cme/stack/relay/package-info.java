/// Connections that can be cut: between the services and what they depend on, in fault tests.
@NullMarked
package cme.stack.relay;

import org.jspecify.annotations.NullMarked;
