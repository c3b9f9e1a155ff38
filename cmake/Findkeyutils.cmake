# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The kernel's key retention service has no CMake package of its own; makes keyutils::keyutils.
find_path(keyutils_INCLUDE_DIR keyutils.h)
find_library(keyutils_LIBRARY keyutils)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(keyutils REQUIRED_VARS keyutils_LIBRARY keyutils_INCLUDE_DIR)
if(keyutils_FOUND AND NOT TARGET keyutils::keyutils)
    add_library(keyutils::keyutils UNKNOWN IMPORTED)
    set_target_properties(keyutils::keyutils PROPERTIES IMPORTED_LOCATION "${keyutils_LIBRARY}")
endif()
mark_as_advanced(keyutils_INCLUDE_DIR keyutils_LIBRARY)
