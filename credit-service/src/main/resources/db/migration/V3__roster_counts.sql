-- How many rows of a roster have each outcome, without those that were mended: a list of rosters need not count their
-- rows, of which there may be millions.
alter table roster
    add column recorded  int not null default 0,
    add column duplicate int not null default 0,
    add column conflict  int not null default 0,
    add column held      int not null default 0,
    add column rejected  int not null default 0;

update roster set recorded = n.recorded, duplicate = n.duplicate, conflict = n.conflict, held = n.held,
    rejected = n.rejected
from (
    select roster,
        count(*) filter (where outcome = 'RECORDED') as recorded,
        count(*) filter (where outcome = 'DUPLICATE') as duplicate,
        count(*) filter (where outcome = 'CONFLICT') as conflict,
        count(*) filter (where outcome = 'HELD') as held,
        count(*) filter (where outcome = 'REJECTED') as rejected
    from roster_row where mended_in is null group by roster) as n
where roster.id = n.roster;

-- The list of what one society posted, the newest first.
create index roster_poster_received on roster (poster, received_at, id);
