/// The providers of activities: societies, journals, institutions.
@NullMarked
package cme.catalog.provider;

import org.jspecify.annotations.NullMarked;
