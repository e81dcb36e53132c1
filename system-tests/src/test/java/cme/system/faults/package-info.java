/// Kills, freezes and cuts every part while clients post. Nothing is lost and nothing is counted
/// twice, as an independent reading of databases, topics and answers shows.
@NullMarked
package cme.system.faults;

import org.jspecify.annotations.NullMarked;
