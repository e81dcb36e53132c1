/// The parts of every page: its frame, formats, assets, headers and the pages of failures.
@NullMarked
package cme.portal.page;

import org.jspecify.annotations.NullMarked;
