package cme.benchmarks.scaling;

import cme.benchmarks.result.Samples;

/// The cost of one item at one size.
///
/// @param item such as `a status read`
/// @param unit of the time, such as `us`
/// @param time from the request to the answer, one value a round, divided by the items
/// @param spent what the stack used for an item meanwhile
record Cost(String item, String unit, Samples time, Spent spent) {}
