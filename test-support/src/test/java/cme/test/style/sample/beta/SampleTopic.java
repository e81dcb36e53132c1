package cme.test.style.sample.beta;

import cme.chassis.eventlog.PublishedTopic;

/// Names a topic, as an adapter may.
public record SampleTopic(PublishedTopic topic) {}
