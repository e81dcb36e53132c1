/// Records when a diplomate is on a special pathway, such as retirement.
@NullMarked
package cme.compliance.pathway;

import org.jspecify.annotations.NullMarked;
