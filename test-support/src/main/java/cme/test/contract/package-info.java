/// Compares what a service does with its contract folder and with its documented settings.
@NullMarked
package cme.test.contract;

import org.jspecify.annotations.NullMarked;
