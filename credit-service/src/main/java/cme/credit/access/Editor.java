package cme.credit.access;

/// Somebody who changes a completion: its poster or the board.
///
/// @param subject of the token
public record Editor(String subject, boolean isBoard) {}
