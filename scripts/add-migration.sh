#!/usr/bin/env bash
# Makes one migration of a service for both providers: scripts/add-migration.sh Submissions AddShares
set -euo pipefail
cd "$(dirname "$0")/.."

service=${1:?usage: add-migration.sh SERVICE NAME}
name=${2:?usage: add-migration.sh SERVICE NAME}
context=${service%Service}DbContext

dotnet tool restore >/dev/null
dotnet build "src/$service" -v quiet
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build \
    --project "src/$service" --context "$provider$context" \
    --output-dir "Infrastructure/Migrations/$provider"
done
