/// The clerk's first page: who is in which standing, and who has to act first.
@NullMarked
package cme.portal.worklist;

import org.jspecify.annotations.NullMarked;
