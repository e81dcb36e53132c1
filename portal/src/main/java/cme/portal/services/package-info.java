/// Common to the clients of all services: the visitor's token, refusals and outages, pages of
/// lists.
@NullMarked
package cme.portal.services;

import org.jspecify.annotations.NullMarked;
