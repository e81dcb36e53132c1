/// Groups of activities that count at most so many credits together.
@NullMarked
package cme.catalog.cap;

import org.jspecify.annotations.NullMarked;
