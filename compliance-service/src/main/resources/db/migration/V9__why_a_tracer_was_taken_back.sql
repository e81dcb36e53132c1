-- Why a tracer was taken back. Rows of pathways and decisions have a reason already: in a row that takes one back, it
-- says why.
alter table tracer_revision add column reason text;
