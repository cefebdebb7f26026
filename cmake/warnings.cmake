# The warnings every room is built with; -Werror only for developers, never for users.
function(crosswalk_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
                                           -Wnon-virtual-dtor)
  # g++ 12 reports std::string members of aggregates as maybe uninitialised in optimised code,
  # and '"x" + std::string' as overlapping (bug 105651)
  target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow)
  if(CROSSWALK_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
