# Shared by the scripts in this folder; sourced, never run.
# shellcheck shell=bash disable=SC2034 # used by those who source this

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pins=$root/scripts/cmake/third_party.json
third_party=$root/.cache/third_party

# Debian's Emscripten finds its JavaScript packages only with Debian's own Node.js, unless told where they are.
if [ -d /usr/share/nodejs/acorn ]; then export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}; fi
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
# What one clone compiled, another need not: no path of a clone is in what is compiled (-ffile-prefix-map).
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}

if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

step() { printf '%s\n' "${bold}==> $*${plain}"; }
note() { printf '    %s\n' "$*"; }
fail() {
  printf '%s\n' "${0##*/}: $*" >&2
  exit 1
}

# wrong_usage SENTENCE: for an argument that is not understood.
wrong_usage() {
  printf '%s\n' "${0##*/}: $*" "Say '${0##*/} --help' to see what it takes." >&2
  exit 2
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
  local preset=$1
  shift
  cmake --preset "$preset" --log-level=WARNING >"$root/build/$preset-configure.log" 2>&1 || {
    cat "$root/build/$preset-configure.log" >&2
    printf '%s\n' "${0##*/}: configuring the $preset build failed; the lines above say why." >&2
    return 1
  }
  cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# Whether there is a clang that makes fuzz targets.
can_fuzz() {
  local work outcome=0
  command -v clang++ >/dev/null 2>&1 || return 1
  work=$(mktemp -d)
  printf 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, decltype(sizeof 0)) { return 0; }\n' >"$work/none.cpp"
  clang++ -fsanitize=fuzzer,address,undefined "$work/none.cpp" -o "$work/none" >/dev/null 2>&1 || outcome=1
  rm -rf "$work"
  return $outcome
}
