# ccache and the mold linker where they are installed: they change how fast, never what, is built.
find_program(CROSSWALK_CCACHE ccache)
if(CROSSWALK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_PCH_EXTSUM=1
      CCACHE_SLOPPINESS=pch_defines,time_macros ${CROSSWALK_CCACHE})
endif()
find_program(CROSSWALK_MOLD mold)
if(CROSSWALK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
