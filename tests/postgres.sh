#!/usr/bin/env bash
# A PostgreSQL server of our own in FOLDER, reached through a socket in that folder only, so that no other server can be met by mistake.
#   start FOLDER [durable]   makes and starts one, and prints its connection string; durable keeps the disk writes that a kill must not lose
#   again FOLDER             starts it once more
#   kill FOLDER              ends it without warning
#   stop FOLDER
set -uo pipefail

verb=$1 pg=$2
bin() { find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -name "$1" 2>/dev/null | sort -V | tail -1; }
# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else bash -c "$1"; fi; }
launch() { as_postgres "cd $pg && $(bin pg_ctl) -D $pg/data -l $pg/log -w start" >/dev/null </dev/null || { cat "$pg/log" >&2; echo "PostgreSQL did not start." >&2; exit 1; }; }

case $verb in
  start)
    mkdir -p "$pg"
    if [ "$(id -u)" = 0 ]; then chown postgres "$pg"; fi
    as_postgres "cd $pg && $(bin initdb) -D $pg/data -A trust -U postgres --locale=C.UTF-8 -E UTF8" >/dev/null || exit 1
    as_postgres "cat >> $pg/data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$pg'
max_connections = 300
SETTINGS
    if [ "${3:-}" != durable ]; then
      # Nothing here outlives the run, so nothing needs to reach the disk.
      as_postgres "cat >> $pg/data/postgresql.conf" <<SETTINGS
fsync = off
synchronous_commit = off
full_page_writes = off
SETTINGS
    fi
    launch
    echo "Host=$pg;Username=postgres;Database=postgres;Include Error Detail=true" ;;
  again)
    # The children of a killed server end a moment after it, and only then is its memory free.
    for _ in 1 2 3 4 5 6 7 8; do
      as_postgres "cd $pg && $(bin pg_ctl) -D $pg/data -l $pg/log -w start" >/dev/null 2>&1 </dev/null && exit 0
      sleep 0.5
    done
    launch ;;
  kill) kill -9 "$(head -1 "$pg/data/postmaster.pid")" ;;
  stop) [ ! -f "$pg/data/postmaster.pid" ] || as_postgres "$(bin pg_ctl) -D $pg/data -m immediate stop" >/dev/null 2>&1 ;;
esac
