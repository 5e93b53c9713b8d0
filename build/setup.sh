#!/bin/sh
# Installs what the tests need besides npm packages. Does nothing when everything is there.
set -eu

# Services lie where users do not look.
PATH=$PATH:/usr/sbin
missing=
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need pdftotext poppler-utils
need zbarimg zbar-tools
need Xvfb xvfb
need ps procps
need git git
# Makes the clips of the spoken calls anew (node build/voice.ts clips); they are part of the project.
need espeak-ng espeak-ng
# Printers that speak IPP, and a print service of the tests' own.
need lp cups-client
need cupsd cups
need ippeveprinter cups-ipp-utils
need dbus-daemon dbus-daemon
[ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] ||
  missing="$missing fonts-liberation"

if [ -z "$missing" ]; then
  echo "setup: everything is there"
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "setup: not Debian; please install by hand:$missing" >&2
  exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "setup: needs root or sudo to install:$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Without a terminal and quietly; on failure the whole story is shown.
install_missing() {
  $as_root apt-get -q update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing
}
if install_missing >"$log" 2>&1; then
  echo "setup: installed$missing"
else
  cat "$log" >&2
  echo "setup: could not install:$missing" >&2
  exit 1
fi
