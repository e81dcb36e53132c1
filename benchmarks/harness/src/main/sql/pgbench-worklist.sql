-- What a page of the worklist asks the database: whether anybody waits to be assessed, then the page that follows ${after}.
select not exists (select from reassessment)
   and coalesce((select min(due_again_on) from status) > current_date, true)
   and not exists (
       select from unnest('{abps-cc-10y}'::text[], '{1}'::int[]) as mine (rule_set, version)
       where mine.version > (select min(s.rule_set_version) from status s where s.rule_set = mine.rule_set));
with page as materialized (
    select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary, s.next_deadline, s.next_change_on
    from status s
    where s.diplomate_id > '${after}' and true
    order by s.diplomate_id limit 51)
select page.*, (
    select string_agg(f.listed, ',' order by f.due_year, f.requirement)
    from finding f where f.diplomate_id = page.diplomate_id and true) as findings
from page order by page.diplomate_id;
