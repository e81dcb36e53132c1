-- True when the board made a revision of the completion, or resolved the row that it came from: its poster may not undo
-- that. Of what is there already only the merges are known for sure.
alter table completion add column board_decided boolean not null default false;

update completion set board_decided = true
where id in (select completion from completion_moved where merge is not null);

-- True when the poster discarded the row by withdrawing its roster: then the poster may put it back.
alter table held_row add column discarded_by_poster boolean not null default false;

alter table roster add column withdrawn int not null default 0;

-- The sentence about a row, what differs from what is recorded, and the notices.
alter table roster_row
    add column detail text,
    add column differences json,
    add column notices json;

-- A row that was posted again after it was withdrawn. The rows that are there already pass, so they are not read.
alter table roster_row drop constraint roster_row_outcome_check;

alter table roster_row add constraint roster_row_outcome_check
    check (outcome in ('RECORDED', 'DUPLICATE', 'WITHDRAWN', 'CONFLICT', 'HELD', 'REJECTED')) not valid;
