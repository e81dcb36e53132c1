/// What the description of the HTTP API says of every operation in the same way.
@NullMarked
package cme.credit.description;

import org.jspecify.annotations.NullMarked;
