/// What the user of a service may do in its database.
@NullMarked
package cme.test.database;

import org.jspecify.annotations.NullMarked;
