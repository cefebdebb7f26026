// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "lib/store/import.hpp"

namespace crosswalk::cli {

// Rows on their way from the thread that reads to one that writes, in order and in batches. At most `waiting` batches
// are held, so memory is bounded; what the writing thread throws is thrown by `add` or `finish`.
class RowWriter {
 public:
  using Write = std::function<void(const std::vector<store::PreparedRow>& rows)>;
  explicit RowWriter(Write write);
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;
  ~RowWriter();  // without finish: what was not written yet is dropped

  void add(store::PreparedRow row);
  void finish();  // all is written, or the reason why not is thrown

 private:
  static constexpr std::size_t batch_rows = 512, waiting = 8;
  void hand_over();
  void run();
  void stop(bool drop);

  Write write_;
  std::vector<store::PreparedRow> batch_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<store::PreparedRow>> queue_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace crosswalk::cli
