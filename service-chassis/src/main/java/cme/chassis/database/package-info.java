/// The way to the database: plain SQL through Jdbi, in explicit transactions.
@NullMarked
package cme.chassis.database;

import org.jspecify.annotations.NullMarked;
