/// Keeps the activities with their whole history, and writes the event of every change with it.
@NullMarked
package cme.catalog.register;

import org.jspecify.annotations.NullMarked;
