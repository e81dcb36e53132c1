-- What the first ${assessed} diplomates were found to be, for the others up to ${to} as well: their completions repeat with
-- that period. Assessing them all would take minutes and give the same.
insert into diplomate select 'B' || lpad(d::text, 7, '0') from generate_series(${from}, ${to}) d on conflict do nothing;

insert into status
select 'B' || lpad(d::text, 7, '0'), s.version, s.as_of, s.known_at, s.rule_set, s.rule_set_version, s.pathway, s.standing,
       s.summary, s.next_deadline, s.next_change_on, s.due_again_on, s.body, s.digest
from generate_series(${from}, ${to}) d
join status s on s.diplomate_id = 'B' || lpad(((d - 1) % ${assessed} + 1)::text, 7, '0');

insert into finding
select 'B' || lpad(d::text, 7, '0'), f.requirement, f.due_year, f.deadline, f.state, f.unit, f.required, f.earned, f.remaining
from generate_series(${from}, ${to}) d
join finding f on f.diplomate_id = 'B' || lpad(((d - 1) % ${assessed} + 1)::text, 7, '0');
