#pragma once
// What a fuzz target gives its driver: libFuzzer's entry point, so that either driver can run it.

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
