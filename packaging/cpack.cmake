# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where, and the Debian package (packaging/deb.sh makes it). The time in all that is generated is
# SOURCE_DATE_EPOCH, so that two builds of one source give the same package.
include(GNUInstallDirs)

set(linux "${CMAKE_SOURCE_DIR}/packaging/linux")
set(made "${CMAKE_BINARY_DIR}/packaging")
set(CPACK_PACKAGE_CONTACT "The Casemate authors <casemate@packages.invalid>") # there is no address to write to yet

install(TARGETS casemate casemate-simulator RUNTIME)
install(FILES "${linux}/casemate.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${linux}/casemate.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo"
    RENAME org.casemate.casemate.metainfo.xml)
install(FILES "${linux}/casemate.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/casemate.svg" RENAME casemate-symbolic.svg
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps")
install(DIRECTORY "${CMAKE_SOURCE_DIR}/resources/scenarios" DESTINATION "${CMAKE_INSTALL_DATADIR}/casemate")
install(FILES "${linux}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC) # of SOURCE_DATE_EPOCH where it is set
file(CONFIGURE OUTPUT "${made}/changelog" @ONLY CONTENT
"casemate (@PROJECT_VERSION@) unstable; urgency=medium

  * See CHANGELOG.md of the sources.

 -- @CPACK_PACKAGE_CONTACT@  @date@
")

function(casemate_install_zipped source name folder)
    add_custom_command(OUTPUT "${made}/${name}.gz" DEPENDS "${source}" VERBATIM
        COMMAND gzip --best --no-name --stdout "${source}" > "${made}/${name}.gz")
    set_property(GLOBAL APPEND PROPERTY casemate_zipped "${made}/${name}.gz")
    install(FILES "${made}/${name}.gz" DESTINATION "${folder}")
endfunction()
foreach(page IN ITEMS casemate.1 casemate-simulator.1)
    set(CASEMATE_VERSION "${PROJECT_VERSION}")
    configure_file("${linux}/${page}" "${made}/${page}" @ONLY)
    casemate_install_zipped("${made}/${page}" "${page}" "${CMAKE_INSTALL_MANDIR}/man1")
endforeach()
casemate_install_zipped("${made}/changelog" changelog "${CMAKE_INSTALL_DOCDIR}")
get_property(zipped GLOBAL PROPERTY casemate_zipped)
add_custom_target(casemate-documents ALL DEPENDS ${zipped})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME casemate)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
# CPack puts the blank in front of every line that the format asks for.
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Casemate shows the incident queue of Microsoft Defender, lets an analyst
decide the automated investigation (AIR) actions that wait for a person, and
proves afterwards what was done. It works from a local cache, so it is
instant, and it goes on working without a network.
.
With it comes casemate-simulator, a demo tenant that runs on this machine, to
try and to test it without an account.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no link line shows them: the SQL driver, the icon plugin, the desktop's keyring, Qt's own texts.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
