/// Processes of one data folder: how they are started, recognised again, watched and ended.
@NullMarked
package cme.stack.process;

import org.jspecify.annotations.NullMarked;
