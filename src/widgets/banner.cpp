// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "banner.h"

#include "mainwindow.h"

#include "models/wording.h"

namespace widgets {

namespace {

constexpr qint64 oldAfterSeconds = 4 * 3600;

} // namespace

std::optional<Message> bannerFor(const domain::PullState &pull, const domain::Capabilities &capabilities, domain::Moment now)
{
    using Phase = domain::PullState::Phase;
    using Kind = Message::Kind;
    if (capabilities.fromFiles)
        return Message {Kind::Note, models::sessionSentence(capabilities), {}};
    const QString state = models::sentence(pull, models::TimeText(), now);
    switch (pull.phase) {
    case Phase::SignInNeeded: return Message {Kind::Warning, state, Command::SignIn};
    case Phase::Offline:
        return Message {Kind::Warning, state + QChar(u' ') + MainWindow::tr("Decisions wait in the outbox and are checked again before they are sent."),
                        Command::Sync};
    case Phase::Failed: return Message {Kind::Error, state, Command::Sync};
    case Phase::Never:
    case Phase::Running:
    case Phase::Idle: break;
    }
    if (capabilities.readOnly)
        return Message {Kind::Warning, models::sessionSentence(capabilities), {}};
    if (pull.phase != Phase::Idle)
        return std::nullopt;
    const bool isOld = pull.freshAsOf && *pull.freshAsOf < now.plusSeconds(-oldAfterSeconds);
    if (isOld || !pull.incomplete.isEmpty())
        return Message {Kind::Warning, state, Command::Sync};
    return std::nullopt;
}

} // namespace widgets
