-- Addresses that are told of events. Each has a cursor of its own (last_seq): events up to it have become deliveries.
create table webhook (
    id                  uuid primary key default uuidv7(),
    -- Who is told, and so what may be told: two owners may use the same name.
    owner               text        not null,
    name                text        not null,
    url                 text        not null,
    -- Empty for all types of the topic.
    types               text[]      not null,
    state               text        not null default 'ACTIVE' check (state in ('ACTIVE', 'DISABLED')),
    disabled_at         timestamptz,
    disabled_reason     text check (disabled_reason in ('GONE', 'FAILING')),
    secret              text        not null,
    former_secret       text,
    former_secret_until timestamptz,
    last_seq            bigint      not null,
    revision            int         not null default 1,
    recorded_at         timestamptz not null,
    recorded_by         text        not null,
    unique (owner, name),
    check ((state = 'DISABLED') = (disabled_at is not null))
);

-- Events on their way to a webhook, in the order of their ids. Delivered ones are kept for a while.
create table webhook_delivery (
    id               bigint generated always as identity primary key,
    webhook          uuid        not null references webhook on delete cascade,
    event_id         uuid        not null,
    -- Null for a test, which is no entry of the log.
    seq              bigint,
    type             text        not null,
    subject          text        not null,
    state            text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED')),
    attempts         int         not null default 0,
    created_at       timestamptz not null,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz not null,
    delivered_at     timestamptz,
    -- What came of the last attempt: the status of the answer, or why there was none.
    status           int,
    problem          text,
    unique (webhook, event_id)
);

create index webhook_delivery_waiting on webhook_delivery (webhook, subject, id) where state = 'WAITING';
create index webhook_delivery_list on webhook_delivery (webhook, id);
