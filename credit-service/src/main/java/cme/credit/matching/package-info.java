/// Decides whether a posted person is a known diplomate.
@NullMarked
package cme.credit.matching;

import org.jspecify.annotations.NullMarked;
