/// How what is open to all is answered: with ETags, and with how long it may be kept.
@NullMarked
package cme.catalog.reading;

import org.jspecify.annotations.NullMarked;
