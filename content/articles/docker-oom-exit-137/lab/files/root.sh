#!/bin/sh
# Writes a root file system for "docker import" as a tar: the files of installed Debian packages and of what they depend on.
#   root.sh TAR PACKAGE...
set -eu
tar=$1
shift
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root"
mkdir -p tmp root etc proc sys dev usr/bin usr/sbin usr/lib usr/lib64 var/lib var/log
for name in bin sbin lib lib64; do ln -s "usr/$name" "$name"; done
echo 'root:x:0:0:root:/root:/bin/bash' > etc/passwd

apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$@" |
  sed -n 's/^\([a-z0-9][a-z0-9.+-]*\).*/\1/p' | sort -u |
  xargs -n1 dpkg-query -L 2>/dev/null | sort -u |
  grep -vE '^/usr/share/(doc|man|locale|info|lintian|bug|i18n|perl)/|/__pycache__/|^/var/|^/etc/passwd|^/usr/lib/(systemd|udev)|gconv|/perl' |
  while read -r file; do if [ -L "$file" ] || [ -f "$file" ]; then echo "${file#/}"; fi; done |
  tar -C / --no-recursion -cf - -T - |
  tar -xf - --keep-directory-symlink # Debian 12 still names files /bin/… that lie in /usr/bin
tar -cf "$tar.part" .
mv "$tar.part" "$tar"
