/// How long tests wait.
@NullMarked
package cme.test.waiting;

import org.jspecify.annotations.NullMarked;
