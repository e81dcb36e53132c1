/// Asks the credit-service: completions, rosters, held rows, identities and transcripts.
@NullMarked
package cme.portal.credit;

import org.jspecify.annotations.NullMarked;
