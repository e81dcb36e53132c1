/// The board's guidance: how to get credits, which policies hold, whom to ask.
@NullMarked
package cme.catalog.guidance;

import org.jspecify.annotations.NullMarked;
