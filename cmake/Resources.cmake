# The files of a folder that a room carries inside itself (style sheets, scripts), compiled in as GResource and found at
# /belie/ROOM/FILE. The room must name bl_ROOM_assets_get_resource(), or a static library leaves the resource out.
pkg_get_variable(GLIB_COMPILE_RESOURCES gio-2.0 glib_compile_resources)

# Appends the generated source to the list that is named.
function(bl_assets room folder list)
  file(GLOB assets CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
  list(TRANSFORM assets REPLACE "(.+)" "    <file>\\1</file>\n" OUTPUT_VARIABLE entries)
  string(CONCAT entries ${entries})
  set(stem ${CMAKE_BINARY_DIR}/assets/bl_${room}_assets)
  file(CONFIGURE OUTPUT ${stem}.gresource.xml @ONLY CONTENT
       "<gresources>\n  <gresource prefix=\"/belie/${room}\">\n${entries}  </gresource>\n</gresources>\n")

  list(TRANSFORM assets PREPEND ${folder}/)
  add_custom_command(OUTPUT ${stem}.c DEPENDS ${assets} ${stem}.gresource.xml VERBATIM
                     COMMAND ${GLIB_COMPILE_RESOURCES} --sourcedir=${folder} --c-name=bl_${room}_assets
                             --generate-source --target=${stem}.c ${stem}.gresource.xml)
  set_source_files_properties(${stem}.c PROPERTIES COMPILE_OPTIONS -w)
  set(${list} ${${list}} ${stem}.c PARENT_SCOPE)
endfunction()
