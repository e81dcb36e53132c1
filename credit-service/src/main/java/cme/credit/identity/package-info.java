/// The register of diplomates: the board adds, changes and imports them.
@NullMarked
package cme.credit.identity;

import org.jspecify.annotations.NullMarked;
