// SPDX-License-Identifier: Apache-2.0
#include "cli/row_writer.hpp"

namespace crosswalk::cli {

RowWriter::RowWriter(Write write) : write_(std::move(write)), thread_([this] { run(); }) {}

RowWriter::~RowWriter() { stop(true); }

void RowWriter::add(store::PreparedRow row) {
  batch_.push_back(std::move(row));
  if (batch_.size() == batch_rows) hand_over();
}

void RowWriter::finish() {
  hand_over();
  stop(false);
  if (failure_) std::rethrow_exception(failure_);
}

void RowWriter::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return queue_.size() < waiting || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  queue_.push_back(std::move(batch_));
  batch_.clear();
  changed_.notify_all();
}

void RowWriter::run() {
  while (true) {
    std::vector<store::PreparedRow> rows;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !queue_.empty() || ended_; });
      if (queue_.empty()) return;
      rows = std::move(queue_.front());
      queue_.pop_front();
      changed_.notify_all();
    }
    try {
      write_(rows);
    } catch (...) {  // told to the thread that reads
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
  }
}

void RowWriter::stop(bool drop) {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    if (drop) queue_.clear();
    changed_.notify_all();
  }
  thread_.join();
}

}  // namespace crosswalk::cli
