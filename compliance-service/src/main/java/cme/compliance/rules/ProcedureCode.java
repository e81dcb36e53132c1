package cme.compliance.rules;

/// The code of a tracer procedure, such as `CARPAL_TUNNEL`.
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

    public ProcedureCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The code of a procedure is blank");
        }
    }

    @Override
    public int compareTo(ProcedureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
