// Stands between a program and the disk when it is preloaded (LD_PRELOAD).
//
//     DISK_ROOT=FOLDER      what is done under this folder counts, and nothing else
//     DISK_TRACE=FILE       writes down there what is done, for a power failure to be made of it
//     DISK_FAULT="CALL ERROR N MODE"
//                           the Nth such call fails with this error: `once`, or the next one too, `twice`,
//                           or all from then `on`; with `short`, half of it is written first; with
//                           `kill`, the program is killed instead
//
// A record of the trace is a letter, the inode, the offset and the length of what follows, as
// little-endian numbers of 1, 8, 8 and 4 bytes, then the bytes: those written, or names under the
// folder. What the program says on its standard output is in the trace too, at its moment.

#define _GNU_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static char root[PATH_MAX];
static size_t root_length;
static int trace = -1;
static struct {
  char call[16];
  int error;
  long number;
  char mode[8];
  long count;
} fault;

__attribute__((constructor)) static void start(void) {
  const char *folder = getenv("DISK_ROOT"), *file = getenv("DISK_TRACE"), *failing = getenv("DISK_FAULT");
  if (!folder || strlen(folder) >= sizeof root) return;
  strcpy(root, folder);
  root_length = strlen(root);
  if (failing && sscanf(failing, "%15s %d %ld %7s", fault.call, &fault.error, &fault.number, fault.mode) != 4)
    _exit(64);
  if (!file) return;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  trace = (int)syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 900);
  syscall(SYS_close, opened);
  if (trace < 0) _exit(64);
}

/// Whether this call, on what has this name, is to fail; `errno` says how.
static bool fails(const char *call, const char *own) {
  if (!own || !fault.number || strcmp(call, fault.call)) return false;
  fault.count++;
  long after = fault.count - fault.number;
  if (after < 0 || (!strcmp(fault.mode, "once") && after > 0)) return false;
  if (!strcmp(fault.mode, "twice") && after > 1) return false;
  struct iovec parts[] = {{"fault ", 6}, {(void *)own, strlen(own)}, {"\n", 1}};
  syscall(SYS_writev, 2, parts, 3);
  if (!strcmp(fault.mode, "kill")) kill(getpid(), SIGKILL);
  errno = fault.error;
  return true;
}

/// Of a write that is to fail: how much of it is done first.
static size_t shortened(size_t length) {
  return !strcmp(fault.mode, "short") && fault.count == fault.number ? length / 2 : 0;
}

static void record(char kind, uint64_t file, uint64_t offset, const void *bytes, size_t length) {
  if (trace < 0) return;
  int saved = errno;
  unsigned char head[21] = {(unsigned char)kind};
  uint32_t count = (uint32_t)length;
  memcpy(head + 1, &file, 8);
  memcpy(head + 9, &offset, 8);
  memcpy(head + 17, &count, 4);
  struct iovec parts[] = {{head, sizeof head}, {(void *)bytes, length}};
  if (syscall(SYS_writev, trace, parts, 2) != (long)(sizeof head + length)) _exit(64);
  errno = saved;
}

/// The name under the folder, "." for the folder itself, or null for what is elsewhere.
static const char *inside(const char *path) {
  if (!root_length || strncmp(path, root, root_length)) return NULL;
  if (path[root_length] == '\0') return ".";
  return path[root_length] == '/' ? path + root_length + 1 : NULL;
}

static const char *name_of(int descriptor, char path[PATH_MAX]) {
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  int saved = errno;
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  errno = saved;
  if (length < 0) return NULL;
  path[length] = '\0';
  return inside(path);
}

static const char *name_at(int folder, const char *name, char path[PATH_MAX]) {
  if (!root_length) return NULL;
  if (name[0] == '/') return snprintf(path, PATH_MAX, "%s", name) < PATH_MAX ? inside(path) : NULL;
  char base[PATH_MAX];
  if (folder == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) return NULL;
  } else if (!name_of(folder, base)) {
    return NULL;
  }
  if (!strcmp(name, ".")) return inside(strcpy(path, base));
  return snprintf(path, PATH_MAX, "%s/%s", base, name) < PATH_MAX ? inside(path) : NULL;
}

static struct stat status_of(int descriptor) {
  struct stat status = {0};
  int saved = errno;
  syscall(SYS_newfstatat, descriptor, "", &status, AT_EMPTY_PATH);
  errno = saved;
  return status;
}

static uint64_t inode(int descriptor) { return status_of(descriptor).st_ino; }

// Opening and names.

static int opening(int folder, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  const char *own = name_at(folder, name, path);
  if (fails("open", own)) return -1;
  bool is_new = own && flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  int opened = (int)syscall(SYS_openat, folder, name, flags, mode);
  if (opened < 0 || !own) return opened;
  if (is_new) record('C', inode(opened), 0, own, strlen(own));
  if (flags & O_TRUNC) record('T', inode(opened), 0, NULL, 0);
  return opened;
}

#define OPENING(folder, name, flags)                                        \
  mode_t mode = 0;                                                          \
  if (flags & (O_CREAT | O_TMPFILE)) {                                      \
    va_list more;                                                           \
    va_start(more, flags);                                                  \
    mode = va_arg(more, mode_t);                                            \
    va_end(more);                                                           \
  }                                                                         \
  return opening(folder, name, flags, mode)

int open(const char *name, int flags, ...) { OPENING(AT_FDCWD, name, flags); }
int open64(const char *name, int flags, ...) { OPENING(AT_FDCWD, name, flags); }
int openat(int folder, const char *name, int flags, ...) { OPENING(folder, name, flags); }
int openat64(int folder, const char *name, int flags, ...) { OPENING(folder, name, flags); }

static int removing(int folder, const char *name, int flags) {
  char path[PATH_MAX];
  const char *own = name_at(folder, name, path);
  if (fails("unlink", own)) return -1;
  int result = (int)syscall(SYS_unlinkat, folder, name, flags);
  if (result == 0 && own) record('U', 0, 0, own, strlen(own));
  return result;
}

int unlink(const char *name) { return removing(AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { return removing(folder, name, flags); }

int renameat(int folder, const char *name, int other_folder, const char *other) {
  char path[PATH_MAX], other_path[PATH_MAX], both[2 * PATH_MAX];
  const char *own = name_at(folder, name, path), *new = name_at(other_folder, other, other_path);
  if (fails("rename", own)) return -1;
  int result = (int)syscall(SYS_renameat2, folder, name, other_folder, other, 0);
  if (result != 0 || !own || !new) return result;
  size_t length = strlen(own) + 1;
  memcpy(both, own, length);
  memcpy(both + length, new, strlen(new));
  record('R', 0, 0, both, length + strlen(new));
  return result;
}

int rename(const char *name, const char *other) { return renameat(AT_FDCWD, name, AT_FDCWD, other); }

int mkdirat(int folder, const char *name, mode_t mode) {
  char path[PATH_MAX];
  const char *own = name_at(folder, name, path);
  if (fails("mkdir", own)) return -1;
  int result = (int)syscall(SYS_mkdirat, folder, name, mode);
  if (result == 0 && own) record('M', 0, 0, own, strlen(own));
  return result;
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int fchmod(int descriptor, mode_t mode) {
  char path[PATH_MAX];
  if (fails("chmod", name_of(descriptor, path))) return -1;
  return (int)syscall(SYS_fchmod, descriptor, mode);
}

// Looking and locking: nothing of it is written down, but it can fail.

int fstatat(int folder, const char *restrict name, struct stat *restrict status, int flags) {
  char path[PATH_MAX];
  if (fails("stat", name_at(folder, name, path))) return -1;
  return (int)syscall(SYS_newfstatat, folder, name, status, flags);
}

int stat(const char *restrict name, struct stat *restrict status) {
  return fstatat(AT_FDCWD, name, status, 0);
}

int lstat(const char *restrict name, struct stat *restrict status) {
  return fstatat(AT_FDCWD, name, status, AT_SYMLINK_NOFOLLOW);
}

int fstat(int descriptor, struct stat *status) {
  char path[PATH_MAX];
  if (fails("stat", name_of(descriptor, path))) return -1;
  return (int)syscall(SYS_newfstatat, descriptor, "", status, AT_EMPTY_PATH);
}

// The two structures are one where this runs.
int stat64(const char *restrict name, struct stat64 *restrict status) {
  return stat(name, (struct stat *)status);
}

int lstat64(const char *restrict name, struct stat64 *restrict status) {
  return lstat(name, (struct stat *)status);
}

int fstat64(int descriptor, struct stat64 *status) { return fstat(descriptor, (struct stat *)status); }

static int controlling(int descriptor, int command, long argument) {
  char path[PATH_MAX];
  bool is_lock = command == F_SETLK || command == F_SETLKW;
  if (is_lock && fails("lock", name_of(descriptor, path))) return -1;
  return (int)syscall(SYS_fcntl, descriptor, command, argument);
}

#define CONTROLLING(descriptor, command)   \
  va_list more;                            \
  va_start(more, command);                 \
  long argument = va_arg(more, long);      \
  va_end(more);                            \
  return controlling(descriptor, command, argument)

int fcntl(int descriptor, int command, ...) { CONTROLLING(descriptor, command); }
int fcntl64(int descriptor, int command, ...) { CONTROLLING(descriptor, command); }

int flock(int descriptor, int operation) {
  char path[PATH_MAX];
  if (fails("lock", name_of(descriptor, path))) return -1;
  return (int)syscall(SYS_flock, descriptor, operation);
}

int faccessat(int folder, const char *name, int mode, int flags) {
  char path[PATH_MAX];
  if (fails("access", name_at(folder, name, path))) return -1;
  return (int)syscall(SYS_faccessat, folder, name, mode);
}

// A folder that cannot be read to its end returns no further name, as at the end.
#define LISTING(entry, name)                                           \
  static struct entry *(*next)(DIR *);                                 \
  char path[PATH_MAX];                                                 \
  if (fails("list", name_of(dirfd(folder), path))) return NULL;        \
  if (!next) next = (struct entry *(*)(DIR *))dlsym(RTLD_NEXT, name);  \
  return next(folder)

struct dirent *readdir(DIR *folder) { LISTING(dirent, "readdir"); }
struct dirent64 *readdir64(DIR *folder) { LISTING(dirent64, "readdir64"); }

// Bytes.

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
  char path[PATH_MAX];
  const char *own = name_of(descriptor, path);
  if (fails("write", own) && !(length = shortened(length))) return -1;
  long written = syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (written > 0 && own) record('W', inode(descriptor), (uint64_t)offset, bytes, (size_t)written);
  return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) {
  return pwrite(descriptor, bytes, length, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  char path[PATH_MAX];
  const char *own = name_of(descriptor, path);
  if (!own) {
    long written = syscall(SYS_write, descriptor, bytes, length);
    if (descriptor == 1 && written > 0) record('A', 0, 0, bytes, (size_t)written);
    return written;
  }
  // Where a tracked file is written without saying where, its place says it.
  off_t offset = (off_t)syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
  if (fails("write", own) && !(length = shortened(length))) return -1;
  long written = syscall(SYS_write, descriptor, bytes, length);
  if (written > 0) record('W', inode(descriptor), (uint64_t)offset, bytes, (size_t)written);
  return written;
}

int ftruncate(int descriptor, off_t length) {
  char path[PATH_MAX];
  const char *own = name_of(descriptor, path);
  if (fails("truncate", own)) return -1;
  int result = (int)syscall(SYS_ftruncate, descriptor, length);
  if (result == 0 && own) record('T', inode(descriptor), (uint64_t)length, NULL, 0);
  return result;
}

int ftruncate64(int descriptor, off_t length) { return ftruncate(descriptor, length); }

static int syncing(long call, int descriptor) {
  char path[PATH_MAX];
  const char *own = name_of(descriptor, path);
  bool is_folder = S_ISDIR(status_of(descriptor).st_mode);
  if (fails("sync", own)) {
    if (!is_folder) record('F', inode(descriptor), 0, NULL, 0);
    return -1;
  }
  int result = (int)syscall(call, descriptor);
  if (result != 0 || !own) return result;
  if (is_folder) record('D', 0, 0, own, strlen(own));
  else record('S', inode(descriptor), 0, NULL, 0);
  return result;
}

int fsync(int descriptor) { return syncing(SYS_fsync, descriptor); }
int fdatasync(int descriptor) { return syncing(SYS_fdatasync, descriptor); }

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset) {
  char path[PATH_MAX];
  if (fails("read", name_of(descriptor, path))) return -1;
  return syscall(SYS_pread64, descriptor, bytes, length, offset);
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off_t offset) {
  return pread(descriptor, bytes, length, offset);
}

void *mmap(void *place, size_t length, int protection, int flags, int descriptor, off_t offset) {
  char path[PATH_MAX];
  if (descriptor >= 0 && fails("map", name_of(descriptor, path))) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, place, length, protection, flags, descriptor, offset);
}

void *mmap64(void *place, size_t length, int protection, int flags, int descriptor, off_t offset) {
  return mmap(place, length, protection, flags, descriptor, offset);
}
