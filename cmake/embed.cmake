# crosswalk_embed(TARGET crosswalk_cli FUNCTION alignment_data FILES a.txt b.model) makes
# `std::string_view crosswalk::cli::alignment_data(std::string_view name)` of the files' contents, by file name; empty for
# others. The header that declares it is written by hand.
function(crosswalk_embed)
  cmake_parse_arguments(EMBED "" "TARGET;FUNCTION;NAMESPACE" "FILES" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/generated/${EMBED_FUNCTION}.cpp)
  set(body "#include <string_view>\n\nnamespace ${EMBED_NAMESPACE} {\n\nstd::string_view ${EMBED_FUNCTION}(std::string_view name) {\n")
  foreach(file IN LISTS EMBED_FILES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    string(APPEND body "  if (name == \"${name}\") return R\"embedded(${text})embedded\";\n")
  endforeach()
  string(APPEND body "  return {};\n}\n\n}  // namespace ${EMBED_NAMESPACE}\n")
  file(CONFIGURE OUTPUT ${source} CONTENT "${body}" @ONLY)
  target_sources(${EMBED_TARGET} PRIVATE ${source})
endfunction()
