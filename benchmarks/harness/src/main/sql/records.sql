-- Diplomates ${from} to ${to} in every year of their cycle, with two tracers each. Those who are there stay as they are.
insert into diplomate select 'B' || lpad(d::text, 7, '0') from generate_series(${from}, ${to}) d on conflict do nothing;

insert into cycle_revision
select 'B' || lpad(d::text, 7, '0'), 1, 'abps-cc-10y', 2017 + d % 10, make_date(2016 + d % 10, 11, 14),
       '2016-01-01T00:00:00Z', 'bench'
from generate_series(${from}, ${to}) d on conflict do nothing;

insert into tracer_revision
select 'B' || lpad(d::text, 7, '0'), y, 1, 'CARPAL_TUNNEL', null, '2016-01-01T00:00:00Z', 'bench'
from generate_series(${from}, ${to}) d, unnest(array[3, 6]) y on conflict do nothing;
