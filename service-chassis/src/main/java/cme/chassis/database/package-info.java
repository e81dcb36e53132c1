/// The database: records that people edit one at a time are entities of Hibernate, sets move by SQL
/// through Jdbi, and one transaction can hold both.
@NullMarked
package cme.chassis.database;

import org.jspecify.annotations.NullMarked;
