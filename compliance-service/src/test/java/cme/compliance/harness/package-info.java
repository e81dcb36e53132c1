/// Shared parts of the tests of the running service: a clock to set, events to publish, requests to
/// send.
@NullMarked
package cme.compliance.harness;

import org.jspecify.annotations.NullMarked;
