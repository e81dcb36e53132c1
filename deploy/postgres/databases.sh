#!/usr/bin/env bash
# Runs once, on an empty volume: a database and a user for each service and for Keycloak. Each user owns its database
# and can connect to no other.
set -euo pipefail

# database NAME: its user has the same name and the password in the variable NAME_PASSWORD.
database() {
    local password=${1^^}_PASSWORD
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        --set name="$1" --set password="${!password:?}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
}

database catalog
database credit
database compliance
database keycloak

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --command 'revoke connect, temporary on database postgres, template1 from public'
