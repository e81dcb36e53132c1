/// Tables as people export them from spreadsheets, read row by row.
@NullMarked
package cme.chassis.csv;

import org.jspecify.annotations.NullMarked;
