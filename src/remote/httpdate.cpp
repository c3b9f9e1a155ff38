// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpdate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace remote {

std::optional<domain::Moment> httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return domain::Moment::fromDateTime(date);
}

} // namespace remote
