-- The cycle that the stored answer is about. Findings of two cycles have the same due years and are not the same: without
-- it, the first answer about a new cycle would be told as a change of the old one.
alter table status add column cycle_start_year int;

update status set cycle_start_year = (body::json -> 'cycle' ->> 'startYear')::int;
