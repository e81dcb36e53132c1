/// What tests of the running service share: a clock to set, events to publish, requests to send.
@NullMarked
package cme.compliance.harness;

import org.jspecify.annotations.NullMarked;
