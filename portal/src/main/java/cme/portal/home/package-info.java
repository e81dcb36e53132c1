/// The first page, for everybody.
@NullMarked
package cme.portal.home;

import org.jspecify.annotations.NullMarked;
