/// Reads tables as people have them: CSV, tab-separated text and workbooks, with one set of rules
/// for every import.
@NullMarked
package cme.chassis.table;

import org.jspecify.annotations.NullMarked;
