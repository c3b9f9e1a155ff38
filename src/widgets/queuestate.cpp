// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuestate.h"

#include "queuepage.h"

#include "models/wording.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString progressText(const domain::PullState &pull)
{
    const QLocale locale;
    if (pull.expected)
        return QueuePage::tr("%1 of about %2 incidents and alerts read. Rows show up as they arrive; nothing has to be waited for.")
            .arg(locale.toString(pull.done), locale.toString(*pull.expected));
    return QueuePage::tr("%1 incidents and alerts read.").arg(locale.toString(pull.done));
}

} // namespace

Emptiness queueEmptiness(const domain::PullState &pull, bool isLoaded, qint64 known)
{
    using Phase = domain::PullState::Phase;
    if (known > 0)
        return {.icon = u"filter"_s,
                .title = QueuePage::tr("No incident fits the filter"),
                .text = QueuePage::tr("%1 incidents are here and left out.").arg(QLocale().toString(known)),
                .first = Command::ClearFilter};
    if (!isLoaded)
        return {.icon = u"queue"_s, .title = QueuePage::tr("Reading…")};
    switch (pull.phase) {
    case Phase::Running:
        return {.icon = u"sync"_s,
                .title = QueuePage::tr("First sync"),
                .text = progressText(pull),
                .running = true,
                .done = pull.done,
                .expected = pull.expected,
                .second = Command::CancelSync};
    case Phase::SignInNeeded:
        return {.icon = u"signin"_s,
                .title = QueuePage::tr("Sign in to read the incidents"),
                .text = QueuePage::tr("The browser opens for it. Casemate never sees the password."),
                .first = Command::SignIn};
    case Phase::Offline:
        return {.icon = u"offline"_s,
                .title = QueuePage::tr("Offline, and nothing has been read yet"),
                .text = QueuePage::tr("Once it has been read, everything stays here and works without a network."),
                .first = Command::Sync};
    case Phase::Failed:
        return {.icon = u"warning"_s,
                .title = QueuePage::tr("The sync did not work"),
                .text = pull.error ? models::sentence(*pull.error) : QString(),
                .first = Command::Sync};
    case Phase::Never:
        return {.icon = u"queue"_s,
                .title = QueuePage::tr("Nothing has been read yet"),
                .text = QueuePage::tr("The first sync brings the incidents and alerts of the last months."),
                .first = Command::Sync};
    case Phase::Idle: break;
    }
    return {.icon = u"resolve"_s, .title = QueuePage::tr("No incidents"), .text = QueuePage::tr("This tenant has none."), .first = Command::Sync};
}

} // namespace widgets
