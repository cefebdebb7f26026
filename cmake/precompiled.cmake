# Headers of the standard library that nearly every source uses, compiled once. Sources include what they use all the
# same: the asan preset builds without (CROSSWALK_PRECOMPILE=OFF), so that every header still compiles alone.
option(CROSSWALK_PRECOMPILE "precompile the standard library's headers" ON)

# ccache keeps what was compiled with precompiled headers by a name for them, which holds in every clone.
function(crosswalk_name_precompiled target name)
  get_target_property(binary ${target} BINARY_DIR)
  file(CONFIGURE OUTPUT ${binary}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum
       CONTENT "${name} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS_DEBUG}" @ONLY)
endfunction()

if(CROSSWALK_PRECOMPILE)
  add_library(crosswalk_standard STATIC ${CMAKE_SOURCE_DIR}/cmake/standard.cpp)
  crosswalk_warnings(crosswalk_standard)  # -Wpedantic changes what is predefined: the same as everywhere
  target_compile_options(crosswalk_standard PRIVATE -fpch-preprocess)
  target_precompile_headers(crosswalk_standard PRIVATE <algorithm> <array> <cstdint> <functional> <map> <memory> <optional>
                            <ostream> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
  crosswalk_name_precompiled(crosswalk_standard "standard headers 1")
endif()
