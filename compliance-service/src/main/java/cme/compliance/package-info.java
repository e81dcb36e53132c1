/// Reports whether a diplomate's completions suffice as of a day, and why.
@NullMarked
package cme.compliance;

import org.jspecify.annotations.NullMarked;
