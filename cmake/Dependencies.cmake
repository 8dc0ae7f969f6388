# What belie stands on; scripts/bootstrap installs all of it from Debian.
find_package(PkgConfig REQUIRED)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.72 gio-2.0 gio-unix-2.0)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8>=10.40)
pkg_check_modules(CJSON REQUIRED IMPORTED_TARGET libcjson)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.35)

# Snowball ships no pkg-config file.
find_path(STEMMER_INCLUDE libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(Stemmer INTERFACE)
target_include_directories(Stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE})
target_link_libraries(Stemmer INTERFACE ${STEMMER_LIBRARY})

# Optional: another prefilter for rules (src/rules/prefilter_vectorscan.c). Without it the same is found.
option(BELIE_VECTORSCAN "Use Vectorscan (or Hyperscan) when it is there" ON)
set(BL_HAVE_VECTORSCAN FALSE)
if(BELIE_VECTORSCAN)
  pkg_check_modules(VECTORSCAN IMPORTED_TARGET libhs)
  set(BL_HAVE_VECTORSCAN ${VECTORSCAN_FOUND})
endif()
