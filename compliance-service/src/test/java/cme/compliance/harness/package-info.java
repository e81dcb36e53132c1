/// Shared by tests of the running service: a settable clock, events to publish, requests to send.
@NullMarked
package cme.compliance.harness;

import org.jspecify.annotations.NullMarked;
