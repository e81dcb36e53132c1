/// Who may do what here: roles and ownership, denied unless granted.
@NullMarked
package cme.credit.access;

import org.jspecify.annotations.NullMarked;
