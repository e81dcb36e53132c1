/// One PostgreSQL and one broker a Maven build, a fresh database a test JVM.
@NullMarked
package cme.stack.test;

import org.jspecify.annotations.NullMarked;
