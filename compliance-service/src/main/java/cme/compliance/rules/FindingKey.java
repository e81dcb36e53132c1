package cme.compliance.rules;

/// Which finding of a diplomate: one requirement in one due year.
public record FindingKey(Requirement.Id requirement, int dueYear) {}
