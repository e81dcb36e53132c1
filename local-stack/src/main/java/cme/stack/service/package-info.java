/// The three services as processes, configured for this machine.
@NullMarked
package cme.stack.service;

import org.jspecify.annotations.NullMarked;
