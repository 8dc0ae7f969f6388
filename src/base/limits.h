/* Every limit of the program, each with its reason. Input that passes one is named in a problem line and
 * the run ends as partial (exit 3); nothing is cut silently. */
#pragma once

/* A news article is a few kilobytes; 8 MiB holds a book and keeps one hostile file from filling the memory. */
#define BL_LIMIT_ARTICLE_BYTES (8u * 1024u * 1024u)

/* One file of JSON Lines may hold many articles; it is read line by line, so this bounds a single line. */
#define BL_LIMIT_JSONL_LINE_BYTES (16u * 1024u * 1024u)

/* Rule and lexicon files are written by people. */
#define BL_LIMIT_JSON_BYTES (64u * 1024u * 1024u)

/* A knowledge file may be an import of millions of persons, 300 bytes each; it is read slice by slice, and stays in memory only until its
 * entries are. */
#define BL_LIMIT_KNOWLEDGE_BYTES (4096ull * 1024u * 1024u)

/* Deeper nesting than this has no use in our formats and would recurse. cJSON's own limit is 1000. */
#define BL_LIMIT_JSON_DEPTH 64

/* A sentence longer than this is no sentence (tables, minified markup): patterns skip it and the run says so. */
#define BL_LIMIT_SENTENCE_BYTES 8192

/* The shadow text gives a mention one code point of a 4096 wide private-use block. */
#define BL_LIMIT_MENTIONS_PER_SENTENCE 256

/* PCRE2: backtracking steps for one (rule, sentence) pair; news sentences need a few hundred. */
#define BL_LIMIT_PCRE2_MATCH 100000
#define BL_LIMIT_PCRE2_DEPTH 2000
#define BL_LIMIT_PCRE2_HEAP_KIB 2048

/* A phrase that expands past this many bytes is written wrongly; PCRE2 itself stops at 64 KiB of links. */
#define BL_LIMIT_PATTERN_BYTES 60000

/* Fragments may use fragments; the chain of a sensible pack is two or three long. */
#define BL_LIMIT_FRAGMENT_DEPTH 16

/* One finding shows at most this many witnesses; the count of the rest is said. */
#define BL_LIMIT_EVIDENCE 8

/* Tokens near the words of names that were looked up are remembered up to this many, 16 bytes each: 50,000 words with the shipped
 * base. What comes after is looked up each time, so nothing but time depends on it. */
#define BL_LIMIT_REMEMBERED_NEAR_TOKENS 2000000

/* Files a discovery may visit before it says that PATH is no corpus (a home directory, say). */
#define BL_LIMIT_DISCOVERED_FILES 200000

/* An import reads lines one by one, but a table, a Popolo file and an answer of Wikidata's API whole: the largest of them have some ten
 * megabytes. */
#define BL_LIMIT_IMPORT_DOCUMENT_BYTES (256u * 1024u * 1024u)

/* Records of one import that are named when they cannot be read; a million of them is a file of another kind. The rest is counted. */
#define BL_LIMIT_IMPORT_PROBLEMS 200

/* Spellings of one person: sanctions lists have up to forty, and one with more is a list of something else. */
#define BL_LIMIT_IMPORT_ALIASES 48

/* A name in bytes: longer than any person's, and what is longer is a sentence in the wrong column. */
#define BL_LIMIT_IMPORT_NAME_BYTES 250

/* Wikidata has tens of millions of things that are neither persons nor offices. So many of those that may be one by chance are kept,
 * about 100 bytes each; beyond, only those that say that they are an office or a state. */
#define BL_LIMIT_IMPORT_ITEMS 1000000

/* A table of claims is read whole: ten million rows are some 600 megabytes. */
#define BL_LIMIT_TABLE_BYTES (2048ull * 1024u * 1024u)
