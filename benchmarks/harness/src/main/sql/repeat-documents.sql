-- The documents of the first ${assessed} diplomates are those of the others up to ${diplomates} as well, as in `statuses.sql`: to read
-- and compress each of them would take minutes and give the same.
insert into reference.document
select 'B' || lpad(d::text, 7, '0'), o.body
from generate_series(${assessed} + 1, ${diplomates}) d
join reference.document o on o.id = 'B' || lpad(((d - 1) % ${assessed} + 1)::text, 7, '0');
