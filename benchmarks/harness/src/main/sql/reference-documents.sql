-- The stored statuses as documents. Those after the first ${assessed} are theirs again, as in `statuses.sql`: to read and
-- compress each of them would take minutes and give the same.
insert into reference.document
select diplomate_id, body::jsonb from status
where diplomate_id between 'B' || lpad('1', 7, '0') and 'B' || lpad('${assessed}', 7, '0');

insert into reference.document
select 'B' || lpad(d::text, 7, '0'), o.body
from generate_series(${assessed} + 1, ${diplomates}) d
join reference.document o on o.id = 'B' || lpad(((d - 1) % ${assessed} + 1)::text, 7, '0');
