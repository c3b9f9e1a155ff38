// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The subcommands, one function each. Each starts its work and returns; the end is CommandContext::finish(). Main thread.

namespace app {

class CommandContext;

// without the engine
void runTenant(CommandContext &context);
void runIncidents(CommandContext &context);
void runIncident(CommandContext &context);
void runImport(CommandContext &context);
void runExportCase(CommandContext &context);
void runActions(CommandContext &context);
void runOutboxList(CommandContext &context);
void runHistory(CommandContext &context);
void runDoctor(CommandContext &context);

// with CommandContext::console()
void runSync(CommandContext &context);
void runDecide(CommandContext &context);
void runOutboxChange(CommandContext &context);
void runSignIn(CommandContext &context);
void runSignOut(CommandContext &context);

} // namespace app
