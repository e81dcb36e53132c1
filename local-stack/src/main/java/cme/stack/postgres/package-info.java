/// A real PostgreSQL server from its binaries, on loopback, with one database and one role a
/// service.
@NullMarked
package cme.stack.postgres;

import org.jspecify.annotations.NullMarked;
