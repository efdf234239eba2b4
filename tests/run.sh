#!/usr/bin/env bash
# Builds once, with every file in the house format, and runs all tests. What is missing on this machine is installed
# where that is allowed; a suite that cannot run here is named at the end. The last line is
#   N passed, N failed, N skipped
# and the exit code is not 0 when anything failed or nothing ran.
set -uo pipefail
cd "$(dirname "$0")/.."

largest_file=$((2 * 1024 * 1024))
results=TestResults
patience=600
lists=
absent=()
failed_checks=0
started=$SECONDS

say() { printf '\n== %s\n' "$*"; }

check_failed() {
  printf '!! %s\n' "$*" >&2
  failed_checks=$((failed_checks + 1))
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Asked for once, and only when something is missing.
update_lists() {
  if [ -z "$lists" ]; then
    lists=stale
    timeout "$patience" apt-get update -q && lists=fresh
  fi
  [ "$lists" = fresh ]
}

install_packages() {
  may_install || return
  say "installing $*"
  update_lists || return
  DEBIAN_FRONTEND=noninteractive timeout "$patience" apt-get install -y -q --no-install-recommends "$@"
}

install_node() {
  command -v npm >/dev/null || install_packages nodejs npm
}

install_browser() {
  [ -x /usr/bin/chromium ] || install_packages chromium
}

# Without a Korean font the browser draws boxes: no test reads them, but people look at the pictures.
install_font() {
  [ -d /usr/share/fonts/truetype/nanum ] || install_packages fonts-nanum
}

install_clients() {
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "installing the official Direct Line client, Web Chat and TypeScript"
  timeout "$patience" npm ci --ignore-scripts --no-audit --no-fund
}

# Lock files are made by tools and may be long; nothing else that is tracked may be.
check_sizes() {
  local file size
  while IFS= read -r -d '' file; do
    case "$file" in *package-lock.json | *packages.lock.json) continue ;; esac
    size=$(wc -c <"$file" 2>/dev/null || echo 0)
    [ "$size" -le "$largest_file" ] || check_failed "$file is larger than 2 MB ($size bytes)"
  done < <(git ls-files -z 2>/dev/null)
}

# Reads one number of the summary of a results file.
counted() { sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" "$results/tests.trx" 2>/dev/null | head -n 1; }

install_node || true
if command -v npm >/dev/null; then
  (cd tests/Clients && install_clients) || [ -d tests/Clients/node_modules/botframework-webchat ] ||
    absent+=("DirectLineJS, Web Chat and the types of the window: npm could not install tests/Clients")
else
  absent+=("DirectLineJS, Web Chat and the types of the window: node and npm are not installed")
fi
install_browser || absent+=("the window in a browser: chromium is not installed (apt-get install chromium)")
install_font || absent+=("Korean letters in the pictures: no font has them (apt-get install fonts-nanum)")

check_sizes

say "building; a file that is not in the format of CSharpier is an error"
rm -rf "$results"
if ! dotnet build Bupyeong.Chatbot.sln -p:CSharpier_Check=true; then
  check_failed "the build failed"
else
  say "testing"
  dotnet test --solution Bupyeong.Chatbot.sln --no-build --no-progress \
    --results-directory "$results" --report-xunit-trx --report-xunit-trx-filename tests.trx
  outcome=$?
fi

passed=$(counted passed)
failed=$(counted failed)
skipped=$(counted notExecuted)
passed=${passed:-0}
failed=$((${failed:-0} + failed_checks))
skipped=${skipped:-0}
if [ "$failed" = 0 ] && [ "${outcome:-0}" != 0 ]; then
  echo "!! the test run ended with $outcome and named no failed test" >&2
  failed=1
fi
if [ $((passed + failed)) = 0 ]; then
  echo "!! no test ran" >&2
  failed=1
fi

say "figures that tests have noted"
grep -o 'figure: [^<]*' "$results/tests.trx" 2>/dev/null

for suite in "${absent[@]}"; do
  printf '\n!!!! DID NOT RUN !!!! %s\n' "$suite"
done
printf '\n%d s\n' "$((SECONDS - started))"
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ]
