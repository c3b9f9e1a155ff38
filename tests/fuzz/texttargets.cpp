// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text that people and services write.

#include "fuzz/texttargets.h"

#include "fuzz/promise.h"

#include "domain/displaytext.h"
#include "domain/filter.h"
#include "domain/moment.h"
#include "remote/httpdate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

constexpr qsizetype cap = 64;

bool isHidden(QChar c)
{
    const auto code = c.unicode();
    const bool isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const bool isDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e
        || code == 0x200f || code == 0x061c;
    const bool isInvisible = (code >= 0x200b && code <= 0x200d) || code == 0x2060 || code == 0xfeff;
    return isControl || isDirection || isInvisible || code == 0x2028 || code == 0x2029;
}

void promiseVisible(QStringView shown)
{
    promise(std::none_of(shown.begin(), shown.end(), isHidden), "nothing hidden is shown");
}

} // namespace

void dates(const QByteArray &bytes)
{
    if (const auto moment = domain::Moment::parse(QString::fromUtf8(bytes))) {
        const auto again = domain::Moment::parse(moment->wire());
        promise(again && *again == *moment, "a moment written and read is the same");
        promise(moment->plusSeconds(1) > *moment, "a second later is later");
    }
    if (const auto date = remote::httpDate(bytes))
        promise(date->ticks % 10'000'000 == 0, "a date of HTTP is a whole second");
}

void filters(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto read = domain::Filter::parse(text);
    if (const auto *error = std::get_if<domain::FilterError>(&read)) {
        promise(!error->code.isEmpty(), "an error has a code");
        promise(error->position >= 0 && error->length >= 0 && error->position + error->length <= text.size(),
                "an error points into the text");
        return;
    }
    const auto &filter = std::get<domain::Filter>(read);
    promise(filter.text() == text, "a filter knows its text");
    domain::QueueRow row;
    row.id.text = u"17"_s;
    row.name = domain::Untrusted(text);
    const domain::FilterContext context {domain::Moment::fromMsecs(1'772'000'000'000), 3600, u"kim@fabrikam.example"_s};
    promise(filter.accepts(row, context) == filter.accepts(row, context), "a filter does not change its mind");
}

void displayTexts(const QByteArray &bytes)
{
    const domain::Untrusted text(QString::fromUtf8(bytes));
    const QString cell = domain::display(text, cap);
    promise(cell.isEmpty() || (cell.startsWith(QChar(0x2068)) && cell.endsWith(QChar(0x2069))), "a cell is isolated");
    promiseVisible(QStringView(cell).mid(1).chopped(cell.isEmpty() ? 0 : 1));
    promiseVisible(domain::displayPlain(text, cap));
    QString lines = domain::displayLines(text, cap);
    promiseVisible(lines.remove(u'\n').remove(u'\t'));
    const QString address = domain::displayUrl(text, cap);
    promise(!address.contains("http://"_L1, Qt::CaseInsensitive) && !address.contains("https://"_L1, Qt::CaseInsensitive),
            "an address cannot be clicked");
}

} // namespace fuzz
