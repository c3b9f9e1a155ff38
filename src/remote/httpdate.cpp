// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpdate.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace remote {

std::optional<domain::Moment> httpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    return domain::Moment::fromDateTime(QDateTime(date.date(), date.time(), QTimeZone::utc()));
}

} // namespace remote
