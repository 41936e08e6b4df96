# Python 3.11 or later, the virtual environment, the locked packages, the libraries that printing needs.
# shellcheck shell=sh

OLDEST="import sys; sys.exit(sys.version_info < (3, 11))"

# find_python: the first Python on the path that is new enough, or nothing.
find_python() {
    for python in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if command -v "$python" > /dev/null && "$python" -c "$OLDEST" 2> /dev/null; then
            echo "$python"
            return
        fi
    done
}

set_up_python() {
    if ! [ -x .venv/bin/pip ] || ! .venv/bin/python -c "$OLDEST" 2> /dev/null; then
        make_environment
    fi
    fresh packages requirements.lock deploy/uv.lock pyproject.toml || install_packages
}

make_environment() {
    python=$(find_python)
    [ -n "$python" ] || fail "Cần Python 3.11 trở lên." "Python 3.11 or later is needed."
    # Debian splits venv off; without ensurepip an environment has no pip.
    if ! "$python" -c "import venv, ensurepip; ensurepip.version()" > /dev/null 2>&1; then
        need_packages "$python-venv" "$(basename "$python")-venv"
    fi
    say "Tạo môi trường Python …" "Making the Python environment …"
    rm -rf .venv
    if ! "$python" -m venv .venv > /dev/null 2>&1; then
        rm -rf .venv
        fail "Không tạo được .venv bằng $python." "$python could not make .venv."
    fi
}

install_packages() {
    say "Cài các gói Python …" "Installing the Python packages …"
    pip="env -u PIP_USER -u PIP_TARGET -u PIP_REQUIRE_VIRTUALENV .venv/bin/python -m pip --disable-pip-version-check -q"
    log=.venv/install.log
    : > "$log"
    # uv is quick; whatever keeps it from working, pip installs the same locked packages.
    if ! { install_with_uv || install_with_pip; } >> "$log" 2>&1; then
        fail "Không cài được các gói Python; chi tiết trong $log." "Could not install the Python packages; see $log."
    fi
    done_for packages requirements.lock deploy/uv.lock pyproject.toml
}

install_with_uv() {
    $pip install --require-hashes -r deploy/uv.lock &&
        VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv pip install --require-hashes -r requirements.lock &&
        VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv pip install --no-deps --no-build-isolation -e .
}

# The lock is complete; left to resolve, pip stumbles over an extra of a pinned package.
install_with_pip() {
    $pip install --no-deps --require-hashes -r requirements.lock && $pip install --no-deps --no-build-isolation -e .
}

# has_library NAME: whether the dynamic linker finds a library.
has_library() {
    .venv/bin/python -c "import ctypes, sys; ctypes.CDLL(sys.argv[1])" "$1" 2> /dev/null
}

set_up_libraries() {
    fresh libraries deploy/setup/python.sh && return
    if ! has_library libpango-1.0.so.0 || ! has_library libpangoft2-1.0.so.0; then
        need_packages "Pango" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    fi
    done_for libraries deploy/setup/python.sh
}

set_up_catalogue() {
    set -- planner/language/*/LC_MESSAGES/bangviec.po
    [ -f "$1" ] || return 0
    for po in "$@"; do
        mo=${po%.po}.mo
        [ "$mo" -nt "$po" ] || .venv/bin/pybabel -q compile -i "$po" -o "$mo"
    done
}
