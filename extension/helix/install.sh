#!/usr/bin/env bash
# Brings Helix to a Debian that has it, or to one before it: then the package of the next Debian is unpacked with the C library it
# was built for, which nothing else uses. Answers 1 where it cannot be had.
set -euo pipefail
command -v hx >/dev/null && exit 0

if [ -n "$(apt-cache policy hx 2>/dev/null)" ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends hx
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/packages"
# From wherever this machine has its packages.
site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site trixie main" > "$work/sources.list"
apt=(-qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
cd "$work/packages"
apt-get "${apt[@]}" download hx libc6 libgcc-s1
for package in *.deb; do dpkg -x "$package" /opt/helix; done
cat > /usr/local/bin/hx <<'HX'
#!/bin/sh
libraries=$(echo /opt/helix/usr/lib/*-linux-gnu)
export HELIX_RUNTIME=/opt/helix/usr/lib/hx/runtime
exec "$(echo "$libraries"/ld-linux*)" --library-path "$libraries" /opt/helix/usr/bin/hx "$@"
HX
chmod +x /usr/local/bin/hx
hx --version
