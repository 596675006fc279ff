#!/usr/bin/env bash
# Starts Azurite (https://github.com/Azure/Azurite) from npm, prints its connection string and stays until it is stopped.
#
#   infra/azurite.sh FOLDER [BLOB_PORT QUEUE_PORT TABLE_PORT]
#
# FOLDER is where Azurite keeps its data; a folder of another version is best deleted first. Without ports free ones are taken.
set -euo pipefail

version=3.37.0

if [ $# -ne 1 ] && [ $# -ne 4 ]; then
  echo "Usage: $0 FOLDER [BLOB_PORT QUEUE_PORT TABLE_PORT]" >&2
  exit 64
fi

if ! command -v npm > /dev/null; then
  echo "Azurite needs Node.js with npm: https://nodejs.org" >&2
  exit 69
fi

folder=$1
mkdir -p "$folder"

# Installed once, where the tests install it too, then started without npm: a signal then reaches Azurite itself.
packages=${DATAENVGYM_CACHE:-${XDG_DATA_HOME:-$HOME/.local/share}/dataenvgym}/azurite-$version
program=$packages/node_modules/azurite/dist/src/azurite.js
if [ ! -f "$program" ]; then
  partial=$packages.partial.$$
  mkdir -p "$partial"
  npm install --prefix "$partial" --no-save --no-audit --no-fund --loglevel=error "azurite@$version" >&2
  rm -rf "$packages"
  mv "$partial" "$packages"
fi

# The three sockets are open at the same time, so that no port is named twice.
free_ports() {
  node -e '
    const servers = [0, 1, 2].map(() => require("net").createServer().listen(0, "127.0.0.1"));
    Promise.all(servers.map(s => new Promise(done => s.once("listening", done)))).then(() => {
      console.log(servers.map(s => s.address().port).join(" "));
      servers.forEach(s => s.close());
    });'
}

if [ $# -eq 4 ]; then
  blob=$2 queue=$3 table=$4
else
  read -r blob queue table < <(free_ports)
fi

# Azurite's own account and key, the same for everybody: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
account=devstoreaccount1
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

# Newer clients ask for a newer version of the API than Azurite knows, hence the unchecked version.
node "$program" --location "$folder" --skipApiVersionCheck --disableTelemetry --silent \
  --blobHost 127.0.0.1 --blobPort "$blob" \
  --queueHost 127.0.0.1 --queuePort "$queue" \
  --tableHost 127.0.0.1 --tablePort "$table" > /dev/null &
azurite=$!
trap 'kill "$azurite" 2> /dev/null || true' EXIT
trap 'exit 0' INT TERM

answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

for _ in $(seq 300); do
  if answers "$blob" && answers "$queue" && answers "$table"; then
    printf 'DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=http://127.0.0.1:%s/%s;QueueEndpoint=http://127.0.0.1:%s/%s;TableEndpoint=http://127.0.0.1:%s/%s;\n' \
      "$account" "$key" "$blob" "$account" "$queue" "$account" "$table" "$account"
    wait "$azurite"
    exit
  fi

  kill -0 "$azurite" 2> /dev/null || { echo "Azurite ended before it answered." >&2; exit 70; }
  sleep 0.2
done

echo "Azurite did not answer within a minute." >&2
exit 70
