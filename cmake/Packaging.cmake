# What `cmake --install` puts where, and the Debian package of CPack. Manual pages and completions are printed by the program itself, from
# its tables of options, when it is installed.
set(BELIE_MAINTAINER "belie maintainers <maintainers@belie.invalid>" CACHE STRING "Who answers for the Debian package")

function(bl_packaging)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/belie)
  install(TARGETS belie RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/belie/rules)
  install(FILES README.md DESTINATION ${doc})
  install(FILES packaging/gitlab-ci.yml DESTINATION ${doc}/examples)
  install(FILES packaging/copyright DESTINATION ${doc})

  find_program(BL_GZIP gzip)
  set(BL_PROGRAM "$<TARGET_FILE:belie>")
  configure_file(${CMAKE_SOURCE_DIR}/cmake/InstallPages.cmake.in ${CMAKE_BINARY_DIR}/InstallPages.cmake.in @ONLY)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/InstallPages.cmake INPUT ${CMAKE_BINARY_DIR}/InstallPages.cmake.in)
  install(SCRIPT ${CMAKE_BINARY_DIR}/InstallPages.cmake)
endfunction()

# Packages are made of what is built: cpack builds no tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME belie)
set(CPACK_PACKAGE_VENDOR belie)
set(CPACK_PACKAGE_CONTACT "${BELIE_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shows what cannot all be true in a corpus of news articles")
set(CPACK_PACKAGE_DESCRIPTION "belie turns articles into normalised claims, by rule files and built-in
readers, compares them across sources and with a knowledge base of persons,
offices and states, and puts both sides of each conflict in front of an editor.
It needs no network and no model.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS git)
include(CPack)
