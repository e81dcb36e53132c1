-- The worklist in the order of the next deadline, without one last, and in the order of the standing, worst first. A page
-- is read from where the one before ended.
create index status_by_deadline on status ((coalesce(next_deadline, 'infinity'::date)), diplomate_id);

create index status_by_standing on status ((
    case standing
        when 'NOT_MET' then 0
        when 'LATE' then 1
        when 'DECISION_NEEDED' then 2
        when 'DUE_SOON' then 3
        when 'ON_TRACK' then 4
        when 'COMPLETE' then 5
    end), diplomate_id);
