/// The rules, each number with its source.
@NullMarked
package cme.portal.rules;

import org.jspecify.annotations.NullMarked;
