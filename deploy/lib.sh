# Read by the scripts of this folder.
# shellcheck shell=sh

project=$(cd "$(dirname "$0")/.." && pwd -P)
environment=$project/.env
# The certificate of the running gateway, which curl needs if the gateway made it itself.
certificate=$project/target/gateway-certificate.pem
[ ! -e "$certificate" ] || export CURL_CA_BUNDLE="${CURL_CA_BUNDLE:-$certificate}"

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

# Docker's own plug-in where there is one, else the stand-alone program; always on this project's file.
compose() {
    if docker compose version >/dev/null 2>&1; then
        (cd "$project" && docker compose "$@")
    elif command -v docker-compose >/dev/null 2>&1; then
        (cd "$project" && docker-compose "$@")
    else
        fail "neither 'docker compose' nor docker-compose is here."
    fi
}

# setting NAME: from the environment, else from .env.
setting() {
    eval "given=\${$1:-}"
    # shellcheck disable=SC2154 # set by eval
    if [ -n "$given" ]; then
        printf '%s\n' "$given"
        return
    fi
    value=$(sed -n "s/^$1=//p" "$environment" 2>/dev/null)
    [ -n "$value" ] || fail "$1 is set neither in the environment nor in $environment; deploy/environment makes that file."
    printf '%s\n' "$value"
}

# trust_gateway: takes the certificate of the running gateway over for curl.
trust_gateway() {
    mkdir -p "$project/target"
    compose exec -T gateway cat /certificates/certificate.pem >"$certificate"
    export CURL_CA_BUNDLE="$certificate"
}

# port_of_administration: where Keycloak's administration answers on this machine.
port_of_administration() {
    (setting CME_ADMIN_PORT 2>/dev/null) || echo 8180
}

# health CONTAINER: healthy, starting, unhealthy, or what the container is when it does not run.
health() {
    docker inspect --format '{{if .State.Running}}{{if .State.Health}}{{.State.Health.Status}}{{else}}healthy{{end}}{{else}}{{.State.Status}}{{end}}' \
        "$1" 2>/dev/null || echo gone
}

# await_healthy SECONDS CONTAINER...: fails with the last line of a container's log when it does not become healthy.
await_healthy() {
    until=$(($(date +%s) + $1))
    shift
    for container; do
        while [ "$(health "$container")" != healthy ]; do
            if [ "$(date +%s)" -ge "$until" ]; then
                docker logs --tail 5 "$container" >&2 || true
                fail "$(docker inspect --format '{{.Name}}' "$container" | tr -d /) is $(health "$container"); its last lines are above."
            fi
            sleep 1
        done
    done
}
