/// Whatever is killed, frozen or cut while clients post: nothing is lost and nothing is counted
/// twice, as an independent reading of databases, topics and answers sees it.
@NullMarked
package cme.system.faults;

import org.jspecify.annotations.NullMarked;
