/* Private to src/importers: posts of the source become offices of the base, terms get theirs and what is doubtful of them. */
#pragma once

#include "importers/intake.h"
#include "importers/offices.h"

/* An office of the result. */
typedef struct
{
  const char *id; /* JURISDICTION/ROLE */
  guint seats;
  gint32 latest;      /* first day of the term that starts last; G_MININT32 for none */
  guint32 latest_who; /* its person */
} BlImportOffice;

/* What became of a post. */
typedef struct
{
  const char *jurisdiction; /* NULL: the holder's state, for a role that the base does not have */
  const char *role;         /* NULL: the post is used by no term, or has no name */
  gboolean known;
  gboolean acting;
  gboolean by_id; /* without a label in the file */
} BlResolvedPost;

typedef struct
{
  BlIntake *intake;
  BlOfficeLabels labels;
  const char *country;    /* the default jurisdiction, or NULL */
  GArray *posts;          /* BlResolvedPost, parallel to intake->posts */
  GArray *offices;        /* BlImportOffice */
  BlStringMap office_of;  /* id: index + 1 */
  GArray *term_offices;   /* guint32 a term: index + 1 into offices, 0: left out */
  GPtrArray *roles;       /* ids of roles that the base does not have, without repetition */
  GPtrArray *role_labels; /* beside each, or NULL */
  BlStringMap role_known;
  guint n_mapped; /* offices whose role the base describes */
  guint n_by_id;  /* posts without a label */
} BlResolution;

/* Sorts the terms of intake by person and start, counts what is left out. */
BlResolution *bl_resolve (BlIntake *intake, BlOfficeLabels labels, const char *country);
void bl_resolution_free (BlResolution *resolution);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlResolution, bl_resolution_free)

/* The state of a person or post as the source gives it; NULL when the base has none. */
const char *bl_resolve_state (BlResolution *resolution, BlImportId id);
