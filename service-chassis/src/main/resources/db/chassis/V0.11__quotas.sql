-- What is left of each quota, in the form of the library that counts it (bucket4j). The id names the quota, its size and
-- the caller; a row that is full again for a minute is deleted.
create table quota_bucket (
    id text primary key,
    -- Null while the library makes the row.
    state bytea,
    expires_at bigint
);

create index quota_bucket_by_expiry on quota_bucket (expires_at);
