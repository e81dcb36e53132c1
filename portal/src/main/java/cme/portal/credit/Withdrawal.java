package cme.portal.credit;

/// The request to withdraw a completion, a roster or a merge.
public record Withdrawal(String reason) {}
