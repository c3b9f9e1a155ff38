// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "displaytext.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype LongestUserInfo = 64; // so that a long one cannot push the real host out of view

bool isSlash(QChar c)
{
    return c == u'/' || c == u'\\'; // browsers take both
}

bool isDot(QChar c)
{
    return c == u'.' || c == QChar(0x3002) || c == QChar(0xFF0E) || c == QChar(0xFF61); // all separate labels of a host
}

qsizetype indexOfAny(QStringView text, bool (*holds)(QChar), qsizetype from = 0)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (holds(text.at(i)))
            return i;
    }
    return -1;
}

// Length of the scheme, without its colon; 0 when there is none. A browser skips controls and spaces in front of one and
// drops tabs and line breaks within; these show as marks, and what follows is still defanged.
qsizetype schemeLength(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u':')
            return i;
        const bool isLetter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        const bool isInner = (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
        const bool isSkipped = c <= u' ';
        if (!isLetter && !isSkipped && (i == 0 || !isInner))
            return 0;
    }
    return 0;
}

QString defangedDots(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        if (isDot(c))
            result += u"[.]"_s;
        else if (c == u'@')
            result += u"[@]"_s;
        else
            result += c;
    }
    return result;
}

QString scriptName(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Latin: return u"Latin"_s;
    case QChar::Script_Greek: return u"Greek"_s;
    case QChar::Script_Cyrillic: return u"Cyrillic"_s;
    case QChar::Script_Armenian: return u"Armenian"_s;
    case QChar::Script_Hebrew: return u"Hebrew"_s;
    case QChar::Script_Arabic: return u"Arabic"_s;
    case QChar::Script_Devanagari: return u"Devanagari"_s;
    case QChar::Script_Thai: return u"Thai"_s;
    case QChar::Script_Georgian: return u"Georgian"_s;
    case QChar::Script_Cherokee: return u"Cherokee"_s;
    case QChar::Script_Hangul: return u"Hangul"_s;
    case QChar::Script_Hiragana: return u"Hiragana"_s;
    case QChar::Script_Katakana: return u"Katakana"_s;
    case QChar::Script_Han: return u"Han"_s;
    default: return u"other script"_s;
    }
}

// "Cyrillic+Latin": the mixture is what gives a look-alike away.
QString scriptsIn(const QString &host)
{
    QStringList names;
    const QList<uint> codePoints = host.toUcs4();
    for (const uint c : codePoints) {
        const QChar::Script script = QChar::script(c);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited && !names.contains(scriptName(script)))
            names.append(scriptName(script));
    }
    names.sort();
    return names.join(u'+');
}

struct Host {
    QString shown; // punycode where the name is international
    QString note; // " [IDN Cyrillic: …]", else empty
};

Host readHost(QStringView raw)
{
    const QString host = raw.toString();
    const bool isAscii = std::all_of(host.begin(), host.end(), [](QChar c) { return c < QChar(0x80); });
    if (isAscii && !host.contains("xn--"_L1, Qt::CaseInsensitive))
        return {defangedDots(host), {}};
    // Wire forms both ways; a name that is no valid international name stays as it is, flagged.
    const QString ascii = isAscii ? host : QString::fromLatin1(QUrl::toAce(host));
    const QString international = isAscii ? QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist) : host;
    return {defangedDots(ascii.isEmpty() ? host : ascii),
            u" [IDN "_s + scriptsIn(international) + u": "_s + defangedDots(international) + u']'};
}

// authority: user info, host, port. Everything in front of the last @ is user info, whatever it looks like.
QString defangedAuthority(QStringView authority, QString &note)
{
    QString result;
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        const QStringView user = authority.first(at);
        result = defangedDots(user.first(std::min(user.size(), LongestUserInfo)));
        if (user.size() > LongestUserInfo)
            result += QChar(0x2026);
        result += u"[@]"_s;
        authority = authority.sliced(at + 1);
    }
    qsizetype hostEnd = authority.startsWith(u'[') ? authority.indexOf(u']') + 1 : authority.lastIndexOf(u':');
    if (hostEnd <= 0)
        hostEnd = authority.size();
    const Host host = readHost(authority.first(hostEnd));
    note = host.note;
    return result + host.shown + authority.sliced(hostEnd);
}

QString defangedScheme(QStringView scheme)
{
    if (scheme.compare("http"_L1, Qt::CaseInsensitive) == 0)
        return u"hxxp:"_s;
    if (scheme.compare("https"_L1, Qt::CaseInsensitive) == 0)
        return u"hxxps:"_s;
    if (scheme.compare("ftp"_L1, Qt::CaseInsensitive) == 0)
        return u"fxp:"_s;
    return scheme + u"[:]"_s;
}

bool endsAuthority(QChar c)
{
    return isSlash(c) || c == u'?' || c == u'#';
}

QString defangedRest(const QString &prefix, QStringView rest)
{
    qsizetype start = 0;
    while (start < rest.size() && isSlash(rest.at(start)))
        ++start;
    qsizetype end = indexOfAny(rest, endsAuthority, start);
    if (end < 0)
        end = rest.size();
    QString note;
    const QString authority = defangedAuthority(rest.sliced(start, end - start), note);
    return prefix + rest.first(start) + authority + rest.sliced(end) + note;
}

// evil.example/path, evil.example:8080: a host in front, no blank in it
bool startsWithHost(QStringView text)
{
    qsizetype end = indexOfAny(text, endsAuthority);
    if (end < 0)
        end = text.size();
    const QStringView host = text.first(end);
    const qsizetype dot = indexOfAny(host, isDot);
    return dot > 0 && dot + 1 < host.size()
        && std::none_of(host.begin(), host.end(), [](QChar c) { return c.isSpace(); });
}

// An address within an address, as in a redirection: terminals would offer to open that one.
Untrusted withoutInnerSchemes(QString text)
{
    static const QRegularExpression scheme(uR"(htt(ps?:[/\\]{2}))"_s, QRegularExpression::CaseInsensitiveOption);
    return Untrusted(text.replace(scheme, u"hxx\\1"_s));
}

} // namespace

QString displayUrl(const Untrusted &url, qsizetype cap)
{
    const QStringView raw = url.raw();
    const qsizetype scheme = schemeLength(raw);
    // "evil.example:8080" reads like a scheme; a port behind the colon tells
    const bool isHostAndPort = scheme > 0 && indexOfAny(raw.first(scheme), isDot) >= 0 && scheme + 1 < raw.size()
        && raw.at(scheme + 1).isDigit();
    if (scheme > 0 && !isHostAndPort) {
        const QString prefix = defangedScheme(raw.first(scheme));
        const QStringView rest = raw.sliced(scheme + 1);
        const bool hasAuthority = !prefix.endsWith(u"[:]"_s) || (!rest.isEmpty() && isSlash(rest.front()));
        return display(withoutInnerSchemes(hasAuthority ? defangedRest(prefix, rest) : prefix + defangedDots(rest)), cap);
    }
    if (!raw.isEmpty() && (isSlash(raw.front()) || startsWithHost(raw)))
        return display(withoutInnerSchemes(defangedRest({}, raw)), cap);
    return display(withoutInnerSchemes(url.raw()), cap);
}

} // namespace domain
