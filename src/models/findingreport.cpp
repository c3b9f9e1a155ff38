// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingreport.h"

#include "findingwording.h"
#include "wordingtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Finding;
using domain::FindingArea;
using domain::Findings;

namespace {

constexpr qsizetype shortestName = 3; // a shorter one would be found within other words

QString replacedNames(QString text, QStringList names, const QString &by)
{
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(names)) {
        if (name.size() < shortestName)
            continue;
        const QRegularExpression whole(u"(?<![\\w.-])%1(?![\\w-])"_s.arg(QRegularExpression::escape(name)),
                                       QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        text.replace(whole, by);
    }
    return text;
}

QString replacedShapes(QString text)
{
    static const std::pair<QRegularExpression, QString> shapes[] = {
        {QRegularExpression(u"[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)*"_s, QRegularExpression::UseUnicodePropertiesOption), u"<person>"_s},
        {QRegularExpression(u"\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b"_s), u"<id>"_s},
        {QRegularExpression(u"\\beyJ[\\w-]*(?:\\.[\\w-]+)*"_s), u"<secret>"_s},
        {QRegularExpression(u"(?:\\b|[01]\\.)[\\w-]{40,}"_s), u"<secret>"_s},
    };
    for (const auto &[shape, by] : shapes)
        text.replace(shape, by);
    return text;
}

bool isMicrosofts(const QString &host)
{
    static const QStringList domains = {u"microsoft.com"_s, u"microsoftonline.com"_s, u"microsoft.us"_s, u"microsoftonline.us"_s, u"apps.mil"_s};
    return std::any_of(domains.cbegin(), domains.cend(), [&](const QString &domain) {
        return host.compare(domain, Qt::CaseInsensitive) == 0 || host.endsWith(u'.' + domain, Qt::CaseInsensitive);
    });
}

// Names with a dot in them, and addresses by number but for those of this machine itself.
QString replacedHosts(const QString &text)
{
    static const QRegularExpression host(
        u"\\[[0-9a-fA-F:.]+(?:%[\\w]+)?\\]|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b|(?<![\\w.-])(?:[\\w](?:[\\w-]*[\\w])?\\.)+[\\w-]*[^\\W\\d_][\\w-]*"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString result;
    qsizetype at = 0;
    for (auto match = host.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString name = found.captured();
        const bool stays = name == "127.0.0.1"_L1 || name == "[::1]"_L1 || isMicrosofts(name);
        result += text.mid(at, found.capturedStart() - at) + (stays ? name : u"<host>"_s);
        at = found.capturedEnd();
    }
    return result + text.mid(at);
}

} // namespace

QString redacted(const QString &text, const Redaction &redaction)
{
    QString result = text;
    if (redaction.home.size() > 1) { // a home "/" is everybody's
        const QRegularExpression home(QRegularExpression::escape(redaction.home) + u"(?=/|$|[^\\w.-])"_s);
        result.replace(home, u"~"_s);
    }
    result = replacedNames(result, redaction.accounts, u"<account>"_s);
    result = replacedShapes(replacedNames(result, redaction.tenantNames, u"<tenant>"_s));
    return replacedNames(result, {redaction.user}, u"<user>"_s);
}

Finding redacted(Finding finding, const Redaction &redaction)
{
    using domain::FindingCause;
    using domain::FindingSubject;
    const bool isNetwork = areaOf(finding.subject) == FindingArea::Network && finding.subject != FindingSubject::TlsLibrary;
    // Whoever reads along is mostly the organisation, and its certificates bear its name.
    if (finding.subject == FindingSubject::Certificate && finding.cause != FindingCause::None && finding.cause != FindingCause::SoonOver)
        finding.value = u"<issuer>"_s;
    if (!finding.tenant.isEmpty())
        finding.tenant = u"<tenant>"_s;
    for (QString *part : {&finding.about, &finding.value, &finding.detail}) {
        *part = redacted(*part, redaction);
        if (isNetwork)
            *part = replacedHosts(*part);
    }
    return finding;
}

QString reportText(const Findings &findings, const Redaction &redaction, const TimeText &times, domain::Moment now)
{
    QString text = tr("Casemate diagnostics, %1").arg(times.absolute(now)) + u'\n' + summary(findings) + u'\n';
    std::optional<FindingArea> area;
    const Findings ordered = inOrder(findings);
    for (const Finding &whole : ordered) {
        const Finding finding = redacted(whole, redaction);
        if (area != areaOf(finding.subject)) {
            area = areaOf(finding.subject);
            text += u'\n' + name(*area) + u'\n';
        }
        text += tr("  [%1] %2: %3", "works or not, what was looked at, what was found").arg(name(finding.state), title(finding), foundText(finding, times)) + u'\n';
        if (const QString todo = remedy(finding); !todo.isEmpty())
            text += tr("      To do: %1").arg(todo) + u'\n';
    }
    return text;
}

} // namespace models
