// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What keeps secrets inside this process: no core dumps, no ptrace by others, files for us alone. Called once, first thing
// in main(), before any thread exists.

namespace app {

void harden();

} // namespace app
