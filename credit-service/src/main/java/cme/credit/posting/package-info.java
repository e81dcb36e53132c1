/// Judges posted completions and writes what is new, each once.
@NullMarked
package cme.credit.posting;

import org.jspecify.annotations.NullMarked;
