package cme.compliance.evidence;

import cme.compliance.rules.DiplomateId;

/// An event about a completion with the key it came under. When a completion moves to another
/// diplomate, the event comes under the key of each of them.
record ReceivedCompletion(DiplomateId key, CompletionEvent event) {}
