-- Statements that compliance-service runs all the time, for EXPLAIN. A blank line ends each; ${id} is a diplomate in the middle.

-- a status
select body, version from status where diplomate_id = '${id}'

-- does anybody wait
select not exists (select from reassessment)
   and coalesce((select min(due_again_on) from status) > current_date, true)
   and not exists (
       select from unnest('{abps-cc-10y}'::text[], '{1}'::int[]) as mine (rule_set, version)
       where mine.version > (select min(s.rule_set_version) from status s where s.rule_set = mine.rule_set))

-- answers of earlier days
select diplomate_id from status s where as_of < current_date and rule_set_version > 0
  and as_of < (array[current_date])[array_position('{abps-cc-10y}'::text[], rule_set)]
  and not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
order by as_of limit 100

-- the worklist: a page in the middle
with page as materialized (
    select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary, s.next_deadline, s.next_change_on
    from status s where s.diplomate_id > '${id}' order by s.diplomate_id limit 51)
select page.*, (select string_agg(f.listed, ',' order by f.due_year, f.requirement) from finding f
    where f.diplomate_id = page.diplomate_id) as findings
from page order by page.diplomate_id

-- the worklist: by deadline
select s.diplomate_id from status s
where (coalesce(s.next_deadline, 'infinity'::date), s.diplomate_id) > (date '2027-01-01', '${id}')
order by coalesce(s.next_deadline, 'infinity'::date), s.diplomate_id limit 51

-- the worklist: one requirement that is not met
select s.diplomate_id from status s
where s.diplomate_id > '${id}'
  and exists (select from finding f where f.diplomate_id = s.diplomate_id and f.requirement = 'patient-safety' and f.state = 'NOT_MET')
order by s.diplomate_id limit 51

-- the worklist: how many there are
select count(*) from status s where true

-- the worklist: how many lack one requirement
select count(*) from status s
where exists (select from finding f where f.diplomate_id = s.diplomate_id and f.requirement = 'patient-safety' and f.state = 'NOT_MET')

-- the summary: standings
select standing, count(*) as number from status group by standing

-- the summary: findings
select requirement, due_year, deadline, state, count(*) as number, count(distinct diplomate_id) as diplomates
from finding
group by grouping sets ((requirement, due_year, state), (deadline, state))
order by requirement, due_year, deadline, state

-- assessing: the evidence of a batch
select * from completion_revision
where diplomate_id = any(array(select diplomate_id from diplomate where diplomate_id >= '${id}' order by 1 limit 100))
order by completion collate "C", revision

-- an activity changed: whom it concerns
select count(*) from (select diplomate_id from completion_revision where activity = any('{BENCH-3}') union
    select person from completion_revision join ever_merged on number = diplomate_id where activity = any('{BENCH-3}')) as concerned
