/// The rights to each route and the headers of every answer, asked of the running portal, with
/// people who sign in at the identity provider of the local stack.
@NullMarked
package cme.portal.access;

import org.jspecify.annotations.NullMarked;
