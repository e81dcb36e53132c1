-- Where the reference reads documents.
create schema if not exists reference;
drop table if exists reference.document;
create table reference.document (id text primary key, body jsonb not null);
