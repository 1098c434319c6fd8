#include "tests/frontend/program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/folders.h"

namespace stillhouse {

namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void redirect(int descriptor, const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(126);
}

Ended run(const std::vector<std::string>& words, const std::string& folder, int milliseconds) {
  const std::string program = STILLHOUSE_BINARY_DIR "/stillhouse";
  const std::string out = folder + "/stdout", err = folder + "/stderr";
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    redirect(STDOUT_FILENO, out);
    redirect(STDERR_FILENO, err);
    ::setenv("STILLHOUSE_LABS", STILLHOUSE_SOURCE_DIR "/tests/labs/fixtures", 1);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    std::vector<char*> arguments = {const_cast<char*>(program.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    ::_exit(127);
  }
  if (milliseconds > 0) {
    ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, content(out), content(err)};
}

}  // namespace

Ended run_program(const std::vector<std::string>& words, const std::string& folder) {
  return run(words, folder, 0);
}

Ended run_and_kill(const std::vector<std::string>& words, const std::string& folder, int milliseconds) {
  return run(words, folder, milliseconds);
}

}  // namespace stillhouse
