/// Judges posted completions and writes what is new, each posting once.
@NullMarked
package cme.credit.posting;

import org.jspecify.annotations.NullMarked;
