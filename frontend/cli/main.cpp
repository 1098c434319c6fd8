#include <cstdio>

int main() {
  std::fputs("stillhouse: this build has no verbs yet\n", stderr);
  return 1;
}
