/// Who completed what, when and for how many credits: judging what is posted, recording it once,
/// correcting it for ever.
@NullMarked
package cme.credit.completion;

import org.jspecify.annotations.NullMarked;
