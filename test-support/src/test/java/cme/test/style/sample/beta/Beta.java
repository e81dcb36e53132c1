package cme.test.style.sample.beta;

import cme.test.style.sample.alpha.Alpha;

import java.util.List;

/// Forms a cycle with [Alpha].
public record Beta(List<Alpha> alphas) {}
