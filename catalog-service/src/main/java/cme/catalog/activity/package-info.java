/// Activities: the states and moves of one, its tables, its history and its events.
@NullMarked
package cme.catalog.activity;

import org.jspecify.annotations.NullMarked;
