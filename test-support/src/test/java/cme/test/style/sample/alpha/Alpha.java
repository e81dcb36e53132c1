package cme.test.style.sample.alpha;

import cme.test.style.sample.beta.Beta;

/// Forms a cycle with [Beta].
public record Alpha(Beta beta) {}
