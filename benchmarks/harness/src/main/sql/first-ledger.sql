-- Of what grew with the data only that of the diplomates up to ${last}, in tables as small as that.
begin;
create temp table kept_completion on commit drop as
select * from completion where diplomate_id between 'B' and '${last}';
truncate completion, roster_row;
insert into completion select * from kept_completion;
commit;
