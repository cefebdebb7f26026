// SPDX-License-Identifier: Apache-2.0
#include "lib/trust/digest.hpp"

#include <catch2/catch.hpp>

namespace crosswalk::trust {

// FIPS 180-4 examples.
TEST_CASE("SHA-256 of the standard's examples", "[trust][digest]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a digest of pieces is the digest of the whole, and a taken digest starts anew", "[trust][digest]") {
  Sha256 digest;
  digest.add("a");
  digest.add("bc");
  CHECK(digest.take_hex() == sha256_hex("abc"));
  CHECK(digest.take_hex() == sha256_hex(""));
}

}  // namespace crosswalk::trust
