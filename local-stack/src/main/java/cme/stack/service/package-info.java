/// The services and the portal as processes, configured for this machine.
@NullMarked
package cme.stack.service;

import org.jspecify.annotations.NullMarked;
