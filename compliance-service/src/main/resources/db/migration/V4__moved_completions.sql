-- Completions that one diplomate has or had and another one too, under each of them. There are few: with
-- them at hand, what a diplomate has is found by its own index alone, however large the ledger is.
create table completion_moved (
    diplomate_id text not null,
    completion   text not null,
    primary key (diplomate_id, completion)
);

insert into completion_moved
select distinct r.diplomate_id, r.completion
from completion_revision r
join completion_revision other using (completion)
where other.diplomate_id <> r.diplomate_id;
