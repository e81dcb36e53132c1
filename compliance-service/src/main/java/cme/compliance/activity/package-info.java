/// This service's own copy of the catalog, with every revision.
@NullMarked
package cme.compliance.activity;

import org.jspecify.annotations.NullMarked;
