#include "index/identity.h"

#include <sys/stat.h>
#include <time.h>

#define SECOND_NS G_GINT64_CONSTANT (1000000000)

/* Kernels keep times in ticks of 10 ms at most; file systems without nanoseconds in steps of up to 2 s. */
#define TICK_NS (SECOND_NS / 20)
#define COARSE_NS (2 * SECOND_NS + SECOND_NS / 10)

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * SECOND_NS + time.tv_nsec;
}

gboolean
bl_identity_of (const char *path, BlIdentity *identity)
{
  struct stat status;
  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  *identity = (BlIdentity){ .device = status.st_dev,
                            .inode = status.st_ino,
                            .size = (guint64) status.st_size,
                            .modified = nanoseconds (status.st_mtim),
                            .changed = nanoseconds (status.st_ctim) };
  return TRUE;
}

gint64
bl_identity_now (void)
{
  struct timespec now;
  clock_gettime (CLOCK_REALTIME, &now);
  return nanoseconds (now);
}

gboolean
bl_identity_is_racy (const BlIdentity *identity, gint64 now)
{
  const gboolean coarse = identity->modified % SECOND_NS == 0 && identity->changed % SECOND_NS == 0;
  return MAX (identity->modified, identity->changed) + (coarse ? COARSE_NS : TICK_NS) >= now;
}
