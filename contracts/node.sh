# To be sourced by a script whose folder has a package-lock.json. Puts the programs of its packages on
# the PATH. Without Node.js says what is not done and ends the script, with an error if
# CONTRACTS_MUST_BE_LINTED=true.

# shellcheck shell=sh

not_done() {
    echo "contracts: $1" >&2
    [ "${CONTRACTS_MUST_BE_LINTED:-}" != true ] || exit 1
    exit 0
}

# $1 completes the sentence "contracts: ..., because Node.js is not installed".
use_node() {
    if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
        not_done "$1, because Node.js is not installed (from version 20)."
    fi
    if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
        npm ci --no-audit --no-fund --silent --ignore-scripts >node-install.log 2>&1 ||
            not_done "$1, because npm could not install the packages; see node-install.log in $PWD."
        cp package-lock.json node_modules/.installed-lock.json
    fi
    PATH=$PWD/node_modules/.bin:$PATH
    export PATH
}
