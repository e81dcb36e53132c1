/// What an activity is, which states it has and which moves each state allows; pure, without
/// framework, clock or database.
@NullMarked
package cme.catalog.activity;

import org.jspecify.annotations.NullMarked;
