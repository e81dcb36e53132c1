#!/usr/bin/env bash
# Runs on an empty volume, and by hand after an upgrade (deploy/README.md): a database and its users for each service, and one
# for Keycloak. A service has two users: the owner of its database, who migrates, and the one that it works as. None can connect to
# another's database. What is there already stays; a database that its service owned gets its owner.
set -euo pipefail

sql() {
    psql --quiet -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$1" "${@:2}"
}

# role NAME PASSWORD
role() {
    sql postgres --set name="$1" --set password="$2" <<'SQL'
select format('create role %I login', :'name') where to_regrole(quote_ident(:'name')) is null \gexec
alter role :"name" login password :'password';
SQL
}

# database NAME OWNER: only they and superusers can connect.
database() {
    sql postgres --set name="$1" --set owner="$2" <<'SQL'
select format('create database %I owner %I', :'name', :'owner')
where not exists (select from pg_database where datname = :'name') \gexec
revoke all on database :"name" from public;
grant connect on database :"name" to :"name";
SQL
}

# service NAME: its user has the password in the variable NAME_PASSWORD, the owner that in NAME_OWNER_PASSWORD.
service() {
    local password=${1^^}_PASSWORD owner_password=${1^^}_OWNER_PASSWORD
    role "$1_owner" "${!owner_password:?}"
    role "$1" "${!password:?}"
    database "$1" "$1_owner"
    # Instances that run go on: the next migration takes away what the service may not do.
    sql "$1" --single-transaction --set name="$1" --set owner="$1_owner" <<'SQL'
grant :"name" to :"owner";
select pg_get_userbyid(datdba) = :'name' as is_of_the_service from pg_database where datname = :'name' \gset
\if :is_of_the_service
reassign owned by :"name" to :"owner";
grant connect, temporary on database :"name" to :"name";
grant select, insert, update, delete on all tables in schema public to :"name";
grant usage, create on schema projection_shadow to :"name";
grant select, insert, update, delete on all tables in schema projection_shadow to :"name";
\endif
SQL
}

service catalog
service credit
service compliance

role keycloak "${KEYCLOAK_PASSWORD:?}"
database keycloak keycloak

sql postgres --command 'revoke all on database postgres, template1 from public'
