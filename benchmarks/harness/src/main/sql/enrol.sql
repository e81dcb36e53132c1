-- ${diplomates} diplomates with a cycle, of whom nothing else is known. Their ids begin with ${prefix}.
insert into diplomate select '${prefix}' || lpad(d::text, 7, '0') from generate_series(1, ${diplomates}) d on conflict do nothing;

insert into cycle_revision
select '${prefix}' || lpad(d::text, 7, '0'), 1, 'abps-cc-10y', 2017 + d % 10, make_date(2016 + d % 10, 11, 14),
       '2016-01-01T00:00:00Z', 'bench'
from generate_series(1, ${diplomates}) d on conflict do nothing;
