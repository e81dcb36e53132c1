/// Who may open what, and what every answer has: asked of the running portal, with people who sign
/// in at the identity provider of the local stack.
@NullMarked
package cme.portal.access;

import org.jspecify.annotations.NullMarked;
