-- Of what grew with the data only that of the diplomates up to ${last}, in tables as small as that.
begin;
create temp table kept_status on commit drop as select * from status where diplomate_id between 'B' and '${last}';
create temp table kept_finding on commit drop as
select diplomate_id, requirement, due_year, deadline, state, unit, required, earned, remaining
from finding where diplomate_id between 'B' and '${last}';
create temp table kept_revision on commit drop as
select * from completion_revision where diplomate_id between 'B' and '${last}';
truncate status, finding, completion_revision;
insert into status select * from kept_status;
insert into finding select * from kept_finding;
insert into completion_revision select * from kept_revision;
commit;
