/// The operations that the board follows in practice assessment, by module.
@NullMarked
package cme.catalog.procedure;

import org.jspecify.annotations.NullMarked;
