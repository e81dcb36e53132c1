create table sample (
    id          text primary key,
    amount      numeric not null,
    revision    int not null,
    recorded_at timestamptz not null
);
