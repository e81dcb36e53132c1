/// Keeps this service's copy of the catalog, with every revision.
@NullMarked
package cme.compliance.activity;

import org.jspecify.annotations.NullMarked;
