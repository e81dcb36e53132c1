-- Times of recording grow with the table, so an index of ranges of pages finds what was recorded since an instant; it
-- costs next to nothing when completions are posted.
create index completion_recorded on completion using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
