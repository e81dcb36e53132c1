-- Arithmetic with intervals is not immutable. A function that says it is is called for each row; one that says what it is
-- becomes a part of the statement, and noting late revisions costs a third less.
alter function late_since(timestamptz, timestamptz, timestamptz, timestamptz) stable;
