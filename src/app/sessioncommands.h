// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What signin, signout and tenant credential have in common. Main thread.

namespace app {

class CommandContext;

// One line when secrets are kept in memory only, with the keychain's reason.
void noteMemoryOnly(CommandContext &context);

} // namespace app
