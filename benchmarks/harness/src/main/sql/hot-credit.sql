-- Statements that credit-service runs all the time, for EXPLAIN. A blank line ends each; ${id} is a diplomate in the middle.

-- a posting: what is known under its externalId
select c.id, h.id from unnest(array['load-${number}-7']) as n (name)
left join completion c on c.poster = 'PROVIDER:ASPS' and c.external_id = n.name
left join held_row h on h.poster = 'PROVIDER:ASPS' and h.external_id = n.name and h.state in ('WAITING', 'DISCARDED')
where c.id is not null or h.id is not null

-- a posting: what else the diplomate did on that day
select c.id from unnest(array['${id}'], array[date '2025-06-12']) as n (diplomate, day)
cross join lateral (
    select * from completion of_day where of_day.diplomate_id = n.diplomate and of_day.completed_on = n.day
    order by of_day.id limit 25) as c
where c.status = 'RECORDED'

-- a transcript
select * from completion where diplomate_id = '${id}' and status = 'RECORDED' order by completed_on, id limit 1001

-- a page of what a society posted
select * from completion where poster = 'PROVIDER:ASPS' and (completed_on, id) > (date '2021-01-01', '00000000-0000-0000-0000-000000000000')
order by completed_on, id limit 51

-- the revisions of a diplomate's completions
select * from event_log where key = '${id}' order by seq limit 101

-- the publisher: is there anything new
select p.last_seq, last.seq from event_publication p, (select max(seq) as seq from event_log) as last where last.seq > p.last_seq

-- the feed of a society
select * from event_log where payload ->> 'poster' = 'PROVIDER' and payload ->> 'provider' = 'ASPS' and seq > 1000 order by seq limit 101
