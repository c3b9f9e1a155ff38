// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include "failure.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace remote {

CommandBrowser::CommandBrowser(QString command)
    : m_command(std::move(command))
{
}

domain::Result<domain::Done> CommandBrowser::open(const QUrl &page)
{
    QStringList words = QProcess::splitCommand(m_command);
    if (words.isEmpty())
        return failure(domain::ErrorKind::UsageWrong, u"open the browser"_s, u"noCommand"_s);
    const QString program = words.takeFirst();
    words.append(QString::fromLatin1(page.toEncoded()));
    if (!QProcess::startDetached(program, words))
        return failure(domain::ErrorKind::UsageWrong, u"open the browser"_s, u"notStarted"_s, program);
    return domain::Done {};
}

} // namespace remote
