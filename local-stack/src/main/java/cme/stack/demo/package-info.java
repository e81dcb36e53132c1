/// A made-up board to look at: loaded through the HTTP APIs, as its users would.
@NullMarked
package cme.stack.demo;

import org.jspecify.annotations.NullMarked;
