#include "html/timeline.h"

#include "html/parts.h"

#include <math.h>

/* In units of the drawing, which is as many pixels wide where there is room; letters are large enough for a phone, where it is not. */
#define WIDTH 480
#define SIDE 10
#define TOP 30
#define BOTTOM 28
#define SCALE_HEIGHT 90
#define LANE_HEIGHT 40
#define MARK 4.5

/* Labels of marks keep that far from each other. */
#define LABEL_GAP 64

/* Characters of a label. */
#define LABEL 14
#define LANE_LABEL 52

/* --- where ------------------------------------------------------------------------------------------------------------ */

static const BlTimelinePoint *
point_at (const BlTimeline *timeline, guint i)
{
  return &g_array_index (timeline->points, BlTimelinePoint, i);
}

typedef struct
{
  gint32 first, last;
  double low, high;
  guint n_lanes;
  int height;
} Frame;

static Frame
frame_of (const BlTimeline *timeline)
{
  Frame frame = { .first = G_MAXINT32, .low = INFINITY, .high = -INFINITY };
  for (guint i = 0; i < timeline->points->len; i++)
    {
      const BlTimelinePoint *point = point_at (timeline, i);
      frame.first = MIN (frame.first, point->day);
      frame.last = MAX (frame.last, point->day);
      frame.low = MIN (frame.low, point->value);
      frame.high = MAX (frame.high, point->value);
    }
  while (timeline->lanes != NULL && timeline->lanes[frame.n_lanes] != NULL)
    frame.n_lanes++;
  frame.height = BOTTOM + (frame.n_lanes > 0 ? (int) frame.n_lanes * LANE_HEIGHT : TOP + SCALE_HEIGHT);
  return frame;
}

static double
x_of (const Frame *frame, gint32 day)
{
  const double room = WIDTH - 2 * SIDE;
  return frame->last > frame->first ? SIDE + room * (day - frame->first) / (frame->last - frame->first) : WIDTH / 2.0;
}

static double
y_of (const Frame *frame, double value)
{
  if (frame->n_lanes > 0)
    return (value + 1) * LANE_HEIGHT - 10;
  return frame->high > frame->low ? TOP + SCALE_HEIGHT * (frame->high - value) / (frame->high - frame->low)
                                  : TOP + SCALE_HEIGHT / 2.0;
}

/* One decimal, whatever the locale. */
static void
coordinate (BlHtmlWriter *writer, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  bl_html_attribute (writer, name, g_ascii_formatd (text, sizeof text, "%.1f", value));
}

/* --- parts ------------------------------------------------------------------------------------------------------------ */

static void
write_line (BlHtmlWriter *writer, const char *css_class, const double ends[4])
{
  static const char *const names[] = { "x1", "y1", "x2", "y2" };
  bl_html_begin (writer, "line");
  bl_html_attribute (writer, "class", css_class);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    coordinate (writer, names[i], ends[i]);
  bl_html_end (writer, "line");
}

static void
write_label (BlHtmlWriter *writer, double x, double y, const char *text)
{
  const char *anchor = x < WIDTH / 4.0 ? "start" : x > WIDTH * 3 / 4.0 ? "end" : "middle";
  bl_html_begin (writer, "text");
  bl_html_attribute (writer, "class", "label");
  coordinate (writer, "x", x);
  coordinate (writer, "y", y);
  bl_html_attribute (writer, "text-anchor", anchor);
  bl_html_text (writer, text);
  bl_html_end (writer, "text");
}

static void
write_axis (BlHtmlWriter *writer, const BlTimeline *timeline, const Frame *frame)
{
  const double y = frame->height - BOTTOM + 6;
  write_line (writer, "axis", (const double[]){ 0, y, WIDTH, y });
  for (guint i = 0; i < timeline->points->len; i++)
    {
      const gint32 day = point_at (timeline, i)->day;
      if (i > 0 && point_at (timeline, i - 1)->day == day)
        continue;
      const double x = x_of (frame, day);
      write_line (writer, "axis", (const double[]){ x, y, x, y + 4 });
    }
  g_autofree char *first = bl_date_format (bl_date_from_julian (frame->first));
  g_autofree char *last = bl_date_format (bl_date_from_julian (frame->last));
  write_label (writer, x_of (frame, frame->first), y + 18, first);
  if (frame->last > frame->first)
    write_label (writer, x_of (frame, frame->last), y + 18, last);
}

/* A value holds until the next report. */
static void
write_steps (BlHtmlWriter *writer, const BlTimeline *timeline, const Frame *frame)
{
  g_autoptr (GString) path = g_string_new (NULL);
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  for (guint i = 0; i < timeline->points->len; i++)
    {
      const BlTimelinePoint *point = point_at (timeline, i);
      g_ascii_formatd (x, sizeof x, "%.1f", x_of (frame, point->day));
      g_ascii_formatd (y, sizeof y, "%.1f", y_of (frame, point->value));
      if (i == 0)
        g_string_append_printf (path, "M%s %s", x, y);
      else
        g_string_append_printf (path, "H%sV%s", x, y);
    }
  bl_html_begin (writer, "path");
  bl_html_attribute (writer, "class", "path");
  bl_html_attribute (writer, "d", path->str);
  bl_html_end (writer, "path");
}

static void
write_lanes (BlHtmlWriter *writer, const BlTimeline *timeline, const Frame *frame)
{
  for (guint i = 0; i < frame->n_lanes; i++)
    {
      const double y = y_of (frame, i);
      g_autofree char *text = bl_html_shorten (timeline->lanes[i], LANE_LABEL);
      write_line (writer, "axis", (const double[]){ 0, y, WIDTH, y });
      write_label (writer, 0, y - 11, text);
    }
}

/* A circle, a square, a diamond, a triangle. */
static void
write_mark (BlHtmlWriter *writer, guint shape, double x, double y)
{
  static const double corners[BL_TIMELINE_SHAPES][8]
      = { { 0 }, { -1, -1, 1, -1, 1, 1, -1, 1 }, { 0, -1.4, 1.4, 0, 0, 1.4, -1.4, 0 }, { 0, -1.3, 1.3, 1, -1.3, 1, -1.3, 1 } };
  if (shape == 0)
    {
      bl_html_begin (writer, "circle");
      bl_html_attribute (writer, "class", "dot");
      coordinate (writer, "cx", x);
      coordinate (writer, "cy", y);
      coordinate (writer, "r", MARK);
      return;
    }
  g_autoptr (GString) points = g_string_new (NULL);
  for (guint i = 0; i < 8; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (text, sizeof text, "%.1f", (i % 2 == 0 ? x : y) + MARK * corners[shape][i]);
      g_string_append_printf (points, "%s%s", i > 0 ? " " : "", text);
    }
  bl_html_begin (writer, "polygon");
  bl_html_attribute (writer, "class", "dot");
  bl_html_attribute (writer, "points", points->str);
}

/* --- sources by shape ------------------------------------------------------------------------------------------------- */

/* The sources in the order of their first points; const BlSource *, NULL for none known. */
static GPtrArray *
list_sources (const BlTimeline *timeline)
{
  GPtrArray *sources = g_ptr_array_new ();
  for (guint i = 0; i < timeline->points->len; i++)
    if (!g_ptr_array_find (sources, point_at (timeline, i)->source, NULL))
      g_ptr_array_add (sources, (gpointer) point_at (timeline, i)->source);
  return sources;
}

static guint
shape_of (GPtrArray *sources, const BlSource *source)
{
  guint i = 0;
  g_ptr_array_find (sources, source, &i);
  return MIN (i, BL_TIMELINE_SHAPES - 1);
}

static void
write_legend (BlHtmlWriter *writer, const GPtrArray *sources)
{
  static const char *const signs[BL_TIMELINE_SHAPES] = { "●", "■", "◆", "▲" };
  bl_html_begin (writer, "figcaption");
  for (guint i = 0; i < sources->len; i++)
    {
      const BlSource *source = sources->pdata[i];
      if (i >= BL_TIMELINE_SHAPES && i > 0)
        bl_html_text (writer, ", ");
      else
        bl_html_textf (writer, "%s%s ", i > 0 ? "  " : "", signs[i]);
      bl_html_element (writer, "bdi", NULL, source != NULL ? source->name : "no source");
    }
  bl_html_end (writer, "figcaption");
}

/* --- the drawing ------------------------------------------------------------------------------------------------------ */

/* Marks of one day and value stand side by side. */
static double
shift_of (const BlTimeline *timeline, const Frame *frame, guint i)
{
  guint before = 0;
  const BlTimelinePoint *point = point_at (timeline, i);
  for (guint k = i; k-- > 0 && point_at (timeline, k)->day == point->day;)
    before += point_at (timeline, k)->value == point->value && point_at (timeline, k)->source != point->source;
  const double shift = MIN (before, 4) * 2.4 * MARK;
  return x_of (frame, point->day) > WIDTH / 2.0 ? -shift : shift;
}

static void
write_marks (BlHtmlWriter *writer, const BlTimeline *timeline, const Frame *frame, GPtrArray *sources)
{
  for (guint i = 0; i < timeline->points->len; i++)
    {
      const BlTimelinePoint *point = point_at (timeline, i);
      const guint shape = shape_of (sources, point->source);
      g_autofree char *day = bl_date_format (bl_date_from_julian (point->day));
      write_mark (writer, shape, x_of (frame, point->day) + shift_of (timeline, frame, i), y_of (frame, point->value));
      bl_html_begin (writer, "title");
      bl_html_textf (writer, "%s, %s: %s", point->source != NULL ? point->source->name : "no source", day, point->text);
      bl_html_end (writer, "title");
      bl_html_end (writer, shape == 0 ? "circle" : "polygon");
    }
}

/* The first and the last figure have labels, and those between that have room. */
static void
write_figures (BlHtmlWriter *writer, const BlTimeline *timeline, const Frame *frame)
{
  const guint n = timeline->points->len;
  const double end = x_of (frame, point_at (timeline, n - 1)->day);
  double before = -WIDTH;
  for (guint i = 0; i < n; i++)
    {
      const BlTimelinePoint *point = point_at (timeline, i);
      const double x = x_of (frame, point->day);
      if (i != n - 1 && (x - before < LABEL_GAP || (i > 0 && end - x < LABEL_GAP)))
        continue;
      if (i == n - 1 && i > 0 && x - before < LABEL_GAP)
        continue;
      g_autofree char *text = bl_html_shorten (point->text, LABEL);
      write_label (writer, x, y_of (frame, point->value) - 10, text);
      before = x;
    }
}

void
bl_html_timeline (BlHtmlWriter *writer, const BlTimeline *timeline)
{
  if (timeline->points->len == 0)
    return;
  const Frame frame = frame_of (timeline);
  g_autoptr (GPtrArray) sources = list_sources (timeline);
  bl_html_begin (writer, "figure");
  bl_html_attribute (writer, "class", "timeline");
  bl_html_begin (writer, "svg");
  bl_html_attributef (writer, "viewBox", "0 0 %d %d", WIDTH, frame.height);
  bl_html_attributef (writer, "width", "%d", WIDTH);
  bl_html_attributef (writer, "height", "%d", frame.height);
  bl_html_attribute (writer, "role", "img");
  bl_html_attribute (writer, "aria-label", timeline->label);
  write_axis (writer, timeline, &frame);
  if (frame.n_lanes > 0)
    write_lanes (writer, timeline, &frame);
  else
    write_steps (writer, timeline, &frame);
  write_marks (writer, timeline, &frame, sources);
  if (frame.n_lanes == 0)
    write_figures (writer, timeline, &frame);
  bl_html_end (writer, "svg");
  write_legend (writer, sources);
  bl_html_end (writer, "figure");
}
