# Debian's packages, for ./dev deps; the same names in 12 and 13.
# shellcheck shell=bash disable=SC2034
build_packages=(
  g++ cmake ninja-build ccache pkg-config git util-linux
  libgrpc++-dev libgrpc-dev libprotobuf-dev libprotoc-dev protobuf-compiler protobuf-compiler-grpc libabsl-dev libssl-dev
  libre2-dev libutf8proc-dev libstemmer-dev libsqlite3-dev libpng-dev libjpeg62-turbo-dev
  libspdlog-dev libtomlplusplus-dev libcli11-dev nlohmann-json3-dev
  libimgui-dev libstb-dev libglfw3-dev libfreetype-dev libx11-dev libxext-dev libxrandr-dev
  fonts-inter fonts-noto-core
)
test_packages=(catch2 python3-grpcio python3-protobuf)
run_packages=(fontconfig xvfb openbox xdotool xterm x11-utils scrot baresip-core sip-tester twinkle procps iproute2)
lint_packages=(clang clang-format clang-tidy shellcheck)
