package cme.compliance.rules;

/// Which requirements hold for a diplomate. Special circumstances: not actively practising,
/// approved by the board.
public enum Pathway {
    STANDARD,
    SPECIAL_CIRCUMSTANCES
}
