// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuestate.h"

#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString words(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("widgets::QueuePage", text, comment);
}

QString progressText(const domain::PullState &pull)
{
    const QLocale locale;
    if (pull.expected)
        return words("%1 of about %2 incidents and alerts read. Rows show up as they arrive; nothing has to be waited for.")
            .arg(locale.toString(pull.done), locale.toString(*pull.expected));
    return words("%1 incidents and alerts read.").arg(locale.toString(pull.done));
}

} // namespace

Emptiness queueEmptiness(const domain::PullState &pull, bool isLoaded, qint64 known)
{
    using Phase = domain::PullState::Phase;
    if (known > 0)
        return {.icon = u"filter"_s,
                .title = words("No incident fits the filter"),
                .text = words("%1 incidents are here and left out.").arg(QLocale().toString(known)),
                .first = Command::ClearFilter};
    if (!isLoaded)
        return {.icon = u"queue"_s, .title = words("Reading…")};
    switch (pull.phase) {
    case Phase::Running:
        return {.icon = u"sync"_s,
                .title = words("First sync"),
                .text = progressText(pull),
                .running = true,
                .done = pull.done,
                .expected = pull.expected,
                .second = Command::CancelSync};
    case Phase::SignInNeeded:
        return {.icon = u"signin"_s,
                .title = words("Sign in to read the incidents"),
                .text = words("The browser opens for it. Casemate never sees the password."),
                .first = Command::SignIn};
    case Phase::Offline:
        return {.icon = u"offline"_s,
                .title = words("Offline, and nothing has been read yet"),
                .text = words("Once it has been read, everything stays here and works without a network."),
                .first = Command::Sync};
    case Phase::Failed:
        return {.icon = u"warning"_s,
                .title = words("The sync did not work"),
                .text = pull.error ? models::sentence(*pull.error) : QString(),
                .first = Command::Sync};
    case Phase::Never:
        return {.icon = u"queue"_s,
                .title = words("Nothing has been read yet"),
                .text = words("The first sync brings the incidents and alerts of the last months."),
                .first = Command::Sync};
    case Phase::Idle: break;
    }
    return {.icon = u"resolve"_s, .title = words("No incidents"), .text = words("This tenant has none."), .first = Command::Sync};
}

} // namespace widgets
