/// Lists are answered in bounded pages that are continued by an opaque cursor.
@NullMarked
package cme.chassis.paging;

import org.jspecify.annotations.NullMarked;
