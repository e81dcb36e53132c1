/// Who is meant: the board's diplomates as this service knows them, and how a posted name and
/// number find one of them.
@NullMarked
package cme.credit.identity;

import org.jspecify.annotations.NullMarked;
