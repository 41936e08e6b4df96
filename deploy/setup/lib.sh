# What the set-up scripts share. Sourced from the checkout's root.
# shellcheck shell=sh

# say VIETNAMESE ENGLISH: one line, in the language that the command speaks.
say() {
    if [ "${BANGVIEC_LANGUAGE:-vi}" = en ]; then echo "$2"; else echo "$1"; fi
}

fail() {
    say "$@" >&2
    exit 1
}

# fresh STAMP FILE…: whether a step was done for exactly these files.
fresh() {
    stamp=.venv/stamps/$1
    shift
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | cksum)" ]
}

# done_for STAMP FILE…: remembers it.
done_for() {
    mkdir -p .venv/stamps
    stamp=.venv/stamps/$1
    shift
    cat "$@" | cksum > "$stamp"
}

# need_packages WHAT PACKAGE…: installs Debian packages, or says what to install.
need_packages() {
    what=$1
    shift
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        say "Cài $what: $*" "Installing $what: $*"
        log=$(mktemp)
        if apt-get update -q > "$log" 2>&1 &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >> "$log" 2>&1; then
            rm -f "$log"
            return
        fi
        fail "Không cài được $*; chi tiết trong $log." "Could not install $*; see $log."
    fi
    fail "Thiếu $what. Cần cài với quyền quản trị máy: sudo apt-get install $*" \
        "$what is missing. Somebody with root has to install it: sudo apt-get install $*"
}
