/// Short-lived bearer tokens, signed with a key that never leaves the data folder.
@NullMarked
package cme.stack.token;

import org.jspecify.annotations.NullMarked;
