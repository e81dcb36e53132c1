/// The open side of the catalog: how its API is described, and how its answers are cached.
@NullMarked
package cme.catalog.api;

import org.jspecify.annotations.NullMarked;
