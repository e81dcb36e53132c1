-- A copy of the catalog's providers: whom the token of a society may speak for.
create table provider (
    code     text primary key,
    revision bigint not null
);

-- Before the copy is filled, the providers of known activities are known.
create index activity_provider on activity (provider);
