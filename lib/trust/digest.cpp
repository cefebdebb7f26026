// SPDX-License-Identifier: Apache-2.0
#include "lib/trust/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace crosswalk::trust {

struct Sha256::Context {
  EVP_MD_CTX* handle = EVP_MD_CTX_new();

  Context() {
    if (handle == nullptr) throw std::bad_alloc();
    begin();
  }
  ~Context() { EVP_MD_CTX_free(handle); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  // Fails only where OpenSSL lacks SHA-256 or memory.
  void begin() {
    if (EVP_DigestInit_ex(handle, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(context_->handle, bytes.data(), bytes.size()); }

std::string Sha256::take_hex() {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, 32> bytes{};
  EVP_DigestFinal_ex(context_->handle, bytes.data(), nullptr);
  context_->begin();
  std::string hex;
  for (const unsigned char byte : bytes) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.take_hex();
}

}  // namespace crosswalk::trust
