/// Records the pathways of a diplomate, such as special circumstances.
@NullMarked
package cme.compliance.pathway;

import org.jspecify.annotations.NullMarked;
