-- Arithmetic with intervals is not immutable. PostgreSQL calls a function that says it is for each row, and makes one that
-- says what it is a part of the statement.
-- beside 1.0: function late_since(timestamp with time zone,timestamp with time zone,timestamp with time zone,timestamp with time zone): its result is the same
alter function late_since(timestamptz, timestamptz, timestamptz, timestamptz) stable;
