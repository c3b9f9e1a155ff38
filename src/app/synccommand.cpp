// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"
#include "commands.h"
#include "console.h"
#include "jsonrows.h"

#include "models/wording.h"

using namespace Qt::StringLiterals;

namespace app {

using domain::PullState;
using domain::Result;

namespace {

void end(CommandContext &context, const PullState &state)
{
    if (context.arguments().wantsJson())
        context.out(lines(toJson(state)));
    else
        context.out(u"%1 incidents and %2 alerts new or changed, %3 unchanged; %4 calls in %5 s\n"_s.arg(state.incidents)
                        .arg(state.alerts)
                        .arg(state.unchanged)
                        .arg(state.requests)
                        .arg(double(state.durationMsecs) / 1000, 0, 'f', 1)
                        .toUtf8());
    for (const QString &scope : state.incomplete)
        context.note(u"casemate: incomplete: "_s + scope);
    context.finish(state.incomplete.isEmpty() ? ExitCode::Done : ExitCode::Incomplete);
}

} // namespace

void runSync(CommandContext &context)
{
    domain::Engine &engine = context.console().engine();
    engine.pull(context.arguments().isSet(u"full"_s), &context, [&context](const Result<PullState> &state) {
        if (context.holds(state))
            end(context, *state);
    });
}

} // namespace app
