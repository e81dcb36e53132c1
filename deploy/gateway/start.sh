#!/bin/sh
# Writes what nginx.conf includes, from the environment, and makes a certificate where there is none; then runs its
# arguments (nginx).
#
#   CME_PUBLIC_URL                     https://HOST[:PORT]: the only host that is answered
#   CME_TRUSTED_PROXY                  addresses (CIDR, by commas) of a proxy in front, whose X-Forwarded-For and
#                                      X-Forwarded-Proto are believed; none unless set
#   CME_GATEWAY_REQUESTS_PER_SECOND    of one address on average (100); four times as many at once
#   CME_GATEWAY_CONNECTIONS            requests of one address in work at the same time (64)
#   CME_GATEWAY_SIGN_INS_PER_SECOND    requests to Keycloak's realm of one address on average (10); four times as many at once
#   CME_GATEWAY_NAME_SUFFIX            follows the names of the services, the portal and Keycloak, such as
#                                      -instances.cme.svc.cluster.local in Kubernetes; nothing unless set
set -eu

settings=${SETTINGS:-/tmp/gateway}
certificates=${CERTIFICATES:-/certificates}

fail() {
    printf 'gateway: %s\n' "$1" >&2
    exit 1
}

# number NAME DEFAULT
number() {
    eval "given=\${$1:-$2}"
    # shellcheck disable=SC2154 # set by eval
    case $given in
        *[!0-9]* | 0*) fail "$1 must be a whole number of at least 1, not '$given'." ;;
        *) printf '%s' "$given" ;;
    esac
}

url=${CME_PUBLIC_URL:?"run deploy/environment first"}
url=${url%/}
case $url in
    https://*) authority=${url#https://} ;;
    *) fail "CME_PUBLIC_URL must begin with https://; it is '$url'." ;;
esac
host=${authority%:*}
case $authority in
    *[!A-Za-z0-9.:-]* | "") fail "CME_PUBLIC_URL must be https://HOST[:PORT]; it is '$url'." ;;
esac
requests=$(number CME_GATEWAY_REQUESTS_PER_SECOND 100)
connections=$(number CME_GATEWAY_CONNECTIONS 64)
sign_ins=$(number CME_GATEWAY_SIGN_INS_PER_SECOND 10)
suffix=${CME_GATEWAY_NAME_SUFFIX:-}
case $suffix in
    *[!A-Za-z0-9.-]*) fail "CME_GATEWAY_NAME_SUFFIX must be the end of a host name; it is '$suffix'." ;;
esac
# The container's own name server: Docker's, or that of the cluster.
resolver=$(sed -n 's/^nameserver[[:space:]]\{1,\}//p' /etc/resolv.conf 2>/dev/null | head -n 1)
case $resolver in
    *:*) resolver="[$resolver]" ;;
    "") resolver=127.0.0.11 ;;
esac

umask 077
mkdir -p "$settings"
{
    printf 'resolver %s valid=2s ipv6=off;\n' "$resolver"
    for name in catalog-service credit-service compliance-service portal keycloak; do
        printf 'map "" $%s { default "%s%s"; }\n' "${name%-service}" "$name" "$suffix"
    done
    printf 'map "" $public_authority { default "%s"; }\n' "$authority"
    printf 'limit_req_zone $binary_remote_addr zone=requests:10m rate=%sr/s;\n' "$requests"
    printf 'limit_req_zone $binary_remote_addr zone=sign-ins:10m rate=%sr/s;\n' "$sign_ins"
    printf 'limit_conn_zone $binary_remote_addr zone=connections:10m;\n'
    printf 'geo $realip_remote_addr $trusted_proxy {\n    default 0;\n'
    for proxy in $(printf '%s' "${CME_TRUSTED_PROXY:-}" | tr ',' ' '); do
        case $proxy in
            *[!0-9A-Fa-f.:/]*) fail "CME_TRUSTED_PROXY must be addresses such as 10.1.2.0/24; '$proxy' is none." ;;
        esac
        printf '    %s 1;\n' "$proxy"
        trusted="${trusted:-}set_real_ip_from $proxy;
"
    done
    printf '}\nreal_ip_header X-Forwarded-For;\nreal_ip_recursive on;\n%s' "${trusted:-}"
} >"$settings/http.conf"
{
    printf 'limit_req zone=requests burst=%s nodelay;\n' $((requests * 4))
    printf 'limit_conn connections %s;\n' "$connections"
} >"$settings/limits.conf"
{
    printf 'limit_req zone=sign-ins burst=%s nodelay;\n' $((sign_ins * 4))
} >"$settings/sign-in-limits.conf"
printf 'server_name %s;\n' "$host" >"$settings/host.conf"

# Browsers and curl do not trust it; it is here so that nothing ever runs without TLS.
if [ ! -e "$certificates/certificate.pem" ] && [ ! -e "$certificates/key.pem" ]; then
    case $host in
        *[!0-9.]*) name=DNS:$host ;;
        *) name=IP:$host ;;
    esac
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 365 \
        -subj "/O=Made by the gateway/CN=$host" -addext "subjectAltName=$name,DNS:problems.cme.example" \
        -keyout "$certificates/key.pem" -out "$certificates/certificate.pem" 2>/dev/null ||
        fail "no certificate can be made in $certificates."
    echo "gateway: made a certificate of its own for $host; put certificate.pem and key.pem of your own into its place." >&2
fi
for file in certificate.pem key.pem; do
    [ -r "$certificates/$file" ] || fail "$certificates/$file is missing or not readable by this user."
done
openssl x509 -in "$certificates/certificate.pem" -noout -checkend 1209600 >/dev/null ||
    echo "gateway: the certificate ends within two weeks, or has ended." >&2

exec "$@"
