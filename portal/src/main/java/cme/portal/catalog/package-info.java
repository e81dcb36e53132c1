/// Asks the catalog: activities, providers, tracer procedures and guidance.
@NullMarked
package cme.portal.catalog;

import org.jspecify.annotations.NullMarked;
