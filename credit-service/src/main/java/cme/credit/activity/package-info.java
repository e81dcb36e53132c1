/// A copy of the catalog's activities, kept up to date from the catalog's events.
@NullMarked
package cme.credit.activity;

import org.jspecify.annotations.NullMarked;
