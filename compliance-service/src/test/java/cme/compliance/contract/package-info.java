/// The contract of this service and those of its producers, against the code.
@NullMarked
package cme.compliance.contract;

import org.jspecify.annotations.NullMarked;
