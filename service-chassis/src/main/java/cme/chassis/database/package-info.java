/// Accesses the database: records that people edit one at a time are entities of Hibernate, sets
/// are written by SQL through Jdbi, and one transaction can contain both.
@NullMarked
package cme.chassis.database;

import org.jspecify.annotations.NullMarked;
