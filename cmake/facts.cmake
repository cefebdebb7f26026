# data/ -> build/<preset>/bin/facts.db, beside the program; installed to share/crosswalk/facts.db. A fault in data/ fails the
# build with FILE:LINE. The sums of data/ are checked against data/facts.sha256 by scripts/facts-check.
add_executable(facts_compiler ${CMAKE_SOURCE_DIR}/frameworks/facts/compiler/main.cpp)
crosswalk_warnings(facts_compiler)
target_link_libraries(facts_compiler PRIVATE crosswalk_frameworks_facts)

file(GLOB_RECURSE CROSSWALK_FACTS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*.yaml ${CMAKE_SOURCE_DIR}/data/checks/*.sql)
list(FILTER CROSSWALK_FACTS EXCLUDE REGEX "/data/samples/")
set(CROSSWALK_FACTS_DB ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/facts.db)
add_custom_command(
  OUTPUT ${CROSSWALK_FACTS_DB}
  COMMAND facts_compiler ${CMAKE_SOURCE_DIR}/data ${CROSSWALK_FACTS_DB}
  DEPENDS facts_compiler ${CROSSWALK_FACTS}
  COMMENT "Compiling data/ into facts.db"
  VERBATIM)
add_custom_target(facts ALL DEPENDS ${CROSSWALK_FACTS_DB})
install(FILES ${CROSSWALK_FACTS_DB} DESTINATION ${CMAKE_INSTALL_DATADIR}/crosswalk)
