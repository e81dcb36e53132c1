/// What a setting may be, where its type allows more.
@NullMarked
package cme.chassis.settings;

import org.jspecify.annotations.NullMarked;
