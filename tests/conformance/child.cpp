// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/child.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace conformance {
namespace {

constexpr unsigned longest_seconds = 20;

std::string take(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string out{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(path);
  return out;
}

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const std::string& folder,
                                 const std::string& base) {
  const std::string program = std::string(CROSSWALK_BINARY_DIR) + "/bin/crosswalk";
  std::vector<char*> values{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) values.push_back(const_cast<char*>(argument.c_str()));
  values.push_back(nullptr);
  const int out = open((base + ".out").c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
  const int err = open((base + ".err").c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
  dup2(open("/dev/null", O_RDONLY), 0);
  dup2(out, 1);
  dup2(err, 2);
  if (chdir(folder.c_str()) != 0) _exit(127);
  alarm(longest_seconds);
  execv(program.c_str(), values.data());
  _exit(127);
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const std::string& folder) {
  const std::string base =
      (std::filesystem::temp_directory_path() / ("crosswalk-child-" + std::to_string(getpid()))).string();
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) become_program(arguments, folder, base);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  Outcome outcome;
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  outcome.peak_kilobytes = usage.ru_maxrss;
  if (WIFEXITED(status)) outcome.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.out = take(base + ".out");
  outcome.err = take(base + ".err");
  return outcome;
}

}  // namespace conformance
