-- Corrections that a society proposes and the board decides on. Nothing is deleted: a proposal is decided, or a later
-- one of the same completion takes its place.
create table correction_proposal (
    id              uuid        primary key,
    completion      uuid        not null,
    -- The revision of the completion that the society had seen.
    revision        int         not null,
    poster          text        not null,
    correction      jsonb       not null,
    state           text        not null check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED')),
    proposed_at     timestamptz not null,
    proposed_by     text        not null,
    decided_at      timestamptz,
    decided_by      text,
    decision_reason text
);

create unique index correction_proposal_open on correction_proposal (completion) where state = 'PROPOSED';
