#include "CLibEdit.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Where the kernel also has a 32-bit calling convention, that one numbers the calls differently.
#if defined __x86_64__
#define OWN_CALLS AUDIT_ARCH_X86_64
#define SIBLING_CALLS AUDIT_ARCH_I386
enum { sibling_execve = 11, sibling_ptrace = 26, sibling_execveat = 358 };
#elif defined __aarch64__
#define OWN_CALLS AUDIT_ARCH_AARCH64
#define SIBLING_CALLS AUDIT_ARCH_ARM
enum { sibling_execve = 11, sibling_ptrace = 26, sibling_execveat = 387 };
#endif

#ifdef OWN_CALLS
#define LOAD(part) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, part))
#define SKIP(test, value, if_true, if_false) \
  BPF_JUMP(BPF_JMP | (test) | BPF_K, (value), (if_true), (if_false))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))

// On x86-64 numbers from here on are those of x32, a third convention that this program does not use.
enum { first_of_x32 = 0x40000000 };

static struct sock_filter calls[] = {
  LOAD(arch),
  SKIP(BPF_JEQ, OWN_CALLS, 5, 0),
  SKIP(BPF_JEQ, SIBLING_CALLS, 0, 9),
  LOAD(nr),
  SKIP(BPF_JEQ, sibling_execve, 8, 0),
  SKIP(BPF_JEQ, sibling_execveat, 7, 0),
  SKIP(BPF_JEQ, sibling_ptrace, 6, 5),
  LOAD(nr),
  SKIP(BPF_JGE, first_of_x32, 4, 0),
  SKIP(BPF_JEQ, SYS_execve, 3, 0),
  SKIP(BPF_JEQ, SYS_execveat, 2, 0),
  SKIP(BPF_JEQ, SYS_ptrace, 1, 0),
  ANSWER(SECCOMP_RET_ALLOW),
  ANSWER(SECCOMP_RET_ERRNO | EPERM),
};
#endif

void process_forbid_programs(void) {
  // The programs that libedit would start are named here.
  setenv("EDITOR", "/bin/false", 1);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifdef OWN_CALLS
  struct sock_fprog filter = {.len = sizeof calls / sizeof *calls, .filter = calls};
  // This also applies to existing threads.
  syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
#endif
}
