/* belie.json and the command line put together: what the command line leaves unsaid, the file says. */
#pragma once

#include "command/options.h"

/* Before the command line is read: marks what it may say, so that it can be told whether it did. */
void bl_settings_prepare (BlOptions *options);

/* After: finds and reads the file, and takes from it what the command line left unsaid. FALSE: what is wrong in it was printed. Either way no
 * mark is left. */
gboolean bl_settings_use (BlOptions *options);

/* A flag as the file calls it, and where the options keep another setting; after bl_settings_use(). */
gboolean bl_settings_flag (const BlOptions *options, BlSetting setting);
gconstpointer bl_settings_member (const BlOptions *options, BlSetting setting);

/* Every setting with where it comes from, in the form of belie.json. Owned by the caller. */
GString *bl_settings_show (const BlOptions *options);
