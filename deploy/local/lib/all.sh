# Everything that the scripts in deploy/local share.

source "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"
source "$(dirname "${BASH_SOURCE[0]}")/apt.sh"
source "$(dirname "${BASH_SOURCE[0]}")/dotnet.sh"
source "$(dirname "${BASH_SOURCE[0]}")/postgresql.sh"
source "$(dirname "${BASH_SOURCE[0]}")/onnxruntime.sh"
source "$(dirname "${BASH_SOURCE[0]}")/poppler.sh"
source "$(dirname "${BASH_SOURCE[0]}")/packages.sh"
source "$(dirname "${BASH_SOURCE[0]}")/cluster.sh"
source "$(dirname "${BASH_SOURCE[0]}")/running.sh"
source "$(dirname "${BASH_SOURCE[0]}")/scrapy.sh"
source "$(dirname "${BASH_SOURCE[0]}")/readability.sh"
source "$(dirname "${BASH_SOURCE[0]}")/hub-oracle.sh"
source "$(dirname "${BASH_SOURCE[0]}")/model-server.sh"
source "$(dirname "${BASH_SOURCE[0]}")/chromium.sh"
source "$(dirname "${BASH_SOURCE[0]}")/demo.sh"

# One at a time in this checkout: `up` and `test` may be started together.
set_up() {
  prepare_local
  with_lock setup ensure_all
}

ensure_all() {
  ensure_dotnet
  ensure_postgresql
  ensure_pgvector
  ensure_node
  ensure_poppler
  ensure_packages
  # The real package brings its own native library.
  [ "$(package_mode OnnxRuntime)" = full ] || ensure_onnxruntime
}
