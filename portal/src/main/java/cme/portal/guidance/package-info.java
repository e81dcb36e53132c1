/// The board's help with the requirements, topic by topic.
@NullMarked
package cme.portal.guidance;

import org.jspecify.annotations.NullMarked;
