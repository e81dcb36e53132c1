/// Webhooks: addresses of clients that are told of events, signed as Standard Webhooks says.
@NullMarked
package cme.chassis.webhook;

import org.jspecify.annotations.NullMarked;
