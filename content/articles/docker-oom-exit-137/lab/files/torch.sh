#!/bin/sh
# Makes a root file system of Debian 13 with PyTorch as a tar, for "docker import". Needs root, debootstrap and Debian's mirror.
#   torch.sh TAR
set -eu
tar=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase --include=python3,python3-numpy trixie "$root" http://deb.debian.org/debian
chroot "$root" apt-get install --yes --no-install-recommends python3-torch
rm -f "$root"/var/cache/apt/archives/*.deb
tar -C "$root" --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' -cf "$tar.part" .
mv "$tar.part" "$tar"
