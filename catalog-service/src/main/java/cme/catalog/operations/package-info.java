/// Operations on the topic of the service: replay.
@NullMarked
package cme.catalog.operations;

import org.jspecify.annotations.NullMarked;
