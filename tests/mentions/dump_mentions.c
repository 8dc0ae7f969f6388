/* Not a test: prints the mentions and shadows of text files, "FILE [YYYY-MM-DD]…", to look at. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"

int
main (int argc, char **argv)
{
  Fixture fixture;
  fixture_open (&fixture, g_getenv ("BELIE_KNOWLEDGE"));
  gboolean quiet = argc > 1 && strcmp (argv[1], "-q") == 0;
  for (int i = 1 + quiet; i < argc; i++)
    {
      g_autofree char *text = NULL;
      gsize length;
      if (!g_file_get_contents (argv[i], &text, &length, NULL))
        return EXIT_FAILURE;
      const char *day = i + 1 < argc && g_ascii_isdigit (argv[i + 1][0]) ? argv[++i] : "";
      fixture_read (&fixture, text, day);
      if (!quiet)
        fixture_print (&fixture, stdout);
    }
  fixture_close (&fixture);
  return EXIT_SUCCESS;
}
